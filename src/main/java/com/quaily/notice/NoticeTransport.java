package com.quaily.notice;

/** Takes messages to the operator. Thread-safe. */
public interface NoticeTransport {

  /** Stored in the database, so it must not change. */
  String name();

  /**
   * Returns once the message is accepted.
   *
   * @throws RefusedException when it was not, whatever the reason
   */
  void deliver(NoticeMessage message) throws RefusedException;
}
