package com.quaily.resource.view;

import com.quaily.model.delivery.DomainCount;

/**
 * What became of a delivery's emails to one domain.
 *
 * @param domain empty = all other domains together
 * @param mails number of emails
 * @param deferred at least once, whatever followed
 */
public record DomainCountView(
    String domain, long mails, long accepted, long deferred, long bounced, long complained) {

  public static DomainCountView of(DomainCount count) {
    return new DomainCountView(
        count.domain(),
        count.mails(),
        count.accepted(),
        count.deferred(),
        count.bounced(),
        count.complained());
  }
}
