package com.quaily.model.delivery;

import java.util.List;

/**
 * How far a delivery is.
 *
 * @param mails the emails by state and fault
 * @param messages the messages to other services
 */
public record DeliveryProgress(
    DeliveryTask task, List<MessageCount> mails, List<DeliveryTarget> messages) {

  /** The emails in this state. */
  public long mails(MessageState state) {
    return mails.stream()
        .filter(count -> count.state() == state)
        .mapToLong(MessageCount::messages)
        .sum();
  }

  /** All emails. */
  public long mailTotal() {
    return mails.stream().mapToLong(MessageCount::messages).sum();
  }
}
