package com.quaily.ai.format;

/** An answer does not have the requested format; the message tells the model what is wrong. */
public final class FormatFault extends Exception {

  private static final long serialVersionUID = 1L;

  FormatFault(String message) {
    super(message);
  }
}
