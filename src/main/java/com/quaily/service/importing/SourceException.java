package com.quaily.service.importing;

/** A file that cannot be imported; the message is for its writer. */
final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  SourceException(int line, String message) {
    super(message);
    this.line = line;
  }

  SourceException(String message) {
    this(0, message);
  }

  SourceException(int line, String message, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** Counted from 1; 0 when it concerns no single line. */
  int line() {
    return line;
  }
}
