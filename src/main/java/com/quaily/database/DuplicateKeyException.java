package com.quaily.database;

/** A row with the same key is already there; whoever wrote knows which of its keys that can be. */
public final class DuplicateKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DuplicateKeyException(Throwable cause) {
    super("a row of that key is already there", cause);
  }
}
