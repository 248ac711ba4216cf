package com.quaily.command.doctor;

/**
 * What a check found.
 *
 * @param part what was looked at, one word
 * @param state what is the case
 * @param remedy what to do; empty when nothing is to be done
 */
public record Finding(Level level, String part, String state, String remedy) {

  /** How bad it is. */
  public enum Level {
    OK,
    WARNING,
    FAULT
  }

  static Finding ok(String part, String state) {
    return new Finding(Level.OK, part, state, "");
  }

  static Finding warning(String part, String state, String remedy) {
    return new Finding(Level.WARNING, part, state, remedy);
  }

  static Finding fault(String part, String state, String remedy) {
    return new Finding(Level.FAULT, part, state, remedy);
  }

  static Finding noAnswer(String part, String name) {
    return warning(
        part, "no name server answers for " + name, "look at /etc/resolv.conf and the network");
  }

  /** The innermost reason of a failure, on one line. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    return cause.getMessage() == null
        ? cause.getClass().getSimpleName()
        : cause.getClass().getSimpleName() + ": " + message;
  }
}
