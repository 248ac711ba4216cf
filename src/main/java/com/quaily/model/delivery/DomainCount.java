package com.quaily.model.delivery;

/**
 * What became of the emails of a delivery to the addresses of one domain.
 *
 * @param domain empty = all domains that are not listed themselves
 * @param mails all of them
 * @param accepted by a server, and not returned since
 * @param deferred emails that a server deferred at least once, whatever followed
 * @param bounced refused, returned, or given up
 * @param complained emails that their readers called spam
 */
public record DomainCount(
    String domain, long mails, long accepted, long deferred, long bounced, long complained) {}
