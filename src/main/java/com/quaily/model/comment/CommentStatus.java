package com.quaily.model.comment;

/** The moderation status of a comment. The order defines the numbers in the database. */
public enum CommentStatus {
  PENDING(1),
  APPROVED(0),
  /** Written by earlier versions; since then a rejected comment is pending again. */
  REJECTED(1),
  SPAM(2);

  private final int wireNumber;

  CommentStatus(int wireNumber) {
    this.wireNumber = wireNumber;
  }

  /** The number in the API: 0 visible, 1 pending, 2 spam. */
  public int wireNumber() {
    return wireNumber;
  }
}
