package com.quaily.model.delivery;

import java.util.List;

/**
 * Whom a delivery of a channel would reach now.
 *
 * @param targets email and the connected services, as far as they are switched on
 * @param readers who would get the email
 * @param premiumReaders who of them may read paid parts
 * @param cadences who of them gets a digest, or nothing at the moment
 * @param quota deliveries in a day; 0 = any number
 * @param quotaLeft deliveries that are possible today; meaningless without a quota
 */
public record Audience(
    List<String> targets,
    long readers,
    long premiumReaders,
    CadenceCount cadences,
    int quota,
    int quotaLeft) {}
