package com.quaily.importer.report;

/** A file that cannot be imported; the message is for its author. */
public final class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  public SourceException(int line, String message) {
    super(message);
    this.line = line;
  }

  public SourceException(String message) {
    this(0, message);
  }

  public SourceException(int line, String message, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** Counted from 1; 0 when it concerns no single line. */
  int line() {
    return line;
  }
}
