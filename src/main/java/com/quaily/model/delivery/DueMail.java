package com.quaily.model.delivery;

import com.quaily.model.subscription.Cadence;
import com.quaily.model.subscription.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An email whose turn has come, with what is known of its reader at this moment.
 *
 * @param taskId the delivery or the mailing
 * @param postId 0 = it is not about one post
 * @param attempts earlier attempts that a server deferred
 * @param taskStartedAt when its delivery started
 * @param email the reader's address
 * @param language the reader's interface language; null = unknown
 * @param traceId the id in the reader's unsubscribe links; null = not subscribed any more
 * @param plan the subscription's type; null = not subscribed any more
 * @param paidExpiry when the plan ends; null = never, or there is none
 * @param wanted whether the reader is subscribed and has email switched on
 * @param suppressed whether nothing must be sent to the address
 * @param pausedUntil until when the reader wants no emails; null = not paused
 * @param otherTags whether the reader chose tags, and the post has none of them
 * @param cadence how often the reader wants posts; null = not subscribed any more
 */
public record DueMail(
    long taskId,
    long userId,
    long channelId,
    long postId,
    int attempts,
    Instant taskStartedAt,
    String email,
    String language,
    UUID traceId,
    String plan,
    Instant paidExpiry,
    boolean wanted,
    boolean suppressed,
    Instant pausedUntil,
    boolean otherTags,
    Cadence cadence) {

  /** Whether the reader may read paid parts. */
  public boolean isPremium(Instant now) {
    return plan != null
        && !plan.equals(Subscription.FREE)
        && (paidExpiry == null || paidExpiry.isAfter(now));
  }

  /** Why it must not be sent now; empty if it may. */
  public Optional<Fault> held(Instant now) {
    if (suppressed) {
      return Optional.of(Fault.SUPPRESSED);
    }
    if (!wanted) {
      return Optional.of(Fault.UNSUBSCRIBED);
    }
    if (pausedUntil != null && pausedUntil.isAfter(now)) {
      return Optional.of(Fault.PAUSED);
    }
    if (otherTags) {
      return Optional.of(Fault.OTHER_TAGS);
    }
    return cadence == Cadence.INSTANT ? Optional.empty() : Optional.of(Fault.DIGEST);
  }
}
