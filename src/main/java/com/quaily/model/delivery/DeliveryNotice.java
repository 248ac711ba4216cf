package com.quaily.model.delivery;

import java.util.Locale;

/** Why a delivery waits. */
public enum DeliveryNotice {
  /** There is nothing to tell. */
  NONE,
  /** A writer paused it. */
  BY_WRITER,
  /** Its time had passed for too long when the program could start it. */
  LATE,
  /** Its post is a draft again or in the trash. */
  NOT_PUBLISHED,
  /** Too many addresses do not exist. */
  BOUNCES,
  /** No mail server can be reached; the delivery resumes automatically. */
  TRANSPORT;

  /** The name in API responses; empty for {@link #NONE}. */
  public String wireName() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
