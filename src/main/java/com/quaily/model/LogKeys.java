package com.quaily.model;

/**
 * What a log line can say beside its text, kept in the thread's logging context. None of these
 * names a person to somebody without the database.
 */
public final class LogKeys {

  /** The id of the request, which its answer shows too. */
  public static final String REQUEST = "request_id";

  /** The number of the user who calls. */
  public static final String USER = "user_id";

  /** The number of the channel that the work is about. */
  public static final String CHANNEL = "channel_id";

  private LogKeys() {}
}
