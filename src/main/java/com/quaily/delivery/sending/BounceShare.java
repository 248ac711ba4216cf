package com.quaily.delivery.sending;

import com.quaily.model.delivery.MessageCount;
import com.quaily.model.delivery.MessageState;
import java.util.List;

/**
 * How many emails went to addresses that do not exist.
 *
 * @param all these, and those that were sent
 */
record BounceShare(long missing, long all) {

  /** Fewer emails than this say nothing. */
  private static final int ENOUGH = 50;

  private static final double MOST = 0.05;

  static BounceShare of(List<MessageCount> counts) {
    long sent = 0;
    long missing = 0;
    for (MessageCount count : counts) {
      sent += count.state() == MessageState.SENT ? count.messages() : 0;
      boolean isHard = count.state() == MessageState.FAILED && count.fault().isHard();
      missing += isHard ? count.messages() : 0;
    }
    return new BounceShare(missing, missing + sent);
  }

  /** Whether receivers may think that the sender bought the addresses. */
  boolean isTooMuch() {
    return all >= ENOUGH && missing > MOST * all;
  }
}
