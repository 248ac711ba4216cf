package com.quaily.delivery.transport;

/** Servers' answers for reports. */
public final class Replies {

  private static final int LONGEST = 500;

  private Replies() {}

  /** The answer on one line, shortened; empty for null. */
  public static String line(String reply) {
    if (reply == null) {
      return "";
    }
    String line = reply.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** The message of an exception and, if there is one, of what caused it. */
  static String of(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    Throwable cause = e.getCause();
    return line(
        cause == null || cause.getMessage() == null || message.contains(cause.getMessage())
            ? message
            : message + " (" + cause.getMessage() + ")");
  }
}
