package com.quaily.resource.view;

import com.quaily.model.delivery.DeliveryRecipient;
import com.quaily.model.delivery.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recipient in a delivery's report.
 *
 * @param status queued, submitting, sent, failed, uncertain or skipped
 * @param fault why it was not sent, or not yet; empty if it was
 * @param reply the server's own words
 * @param nextAttemptAt null = there is none
 */
public record DeliveryRecipientView(
    String email,
    String status,
    String fault,
    String reply,
    String transport,
    int attempts,
    @Nullable Instant nextAttemptAt,
    Instant updatedAt) {

  public static DeliveryRecipientView of(DeliveryRecipient recipient) {
    return new DeliveryRecipientView(
        recipient.email(),
        recipient.state().wireName(),
        recipient.fault().wireName(),
        recipient.reply(),
        recipient.transport(),
        recipient.attempts(),
        recipient.state() == MessageState.QUEUED ? recipient.dueAt() : null,
        recipient.updatedAt());
  }
}
