package com.quaily.model.delivery;

import java.time.Instant;

/**
 * A subscriber in an email to the channel's owner.
 *
 * @param name what the owner or the reader calls the reader; empty when nothing
 * @param paidExpiry when the plan ends; null = never, or there is none
 */
public record ReportedMember(String email, String name, Instant paidExpiry) {}
