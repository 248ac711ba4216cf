package com.quaily.database;

/** A row with the same key already exists. The caller knows which of its keys can collide. */
public final class DuplicateKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DuplicateKeyException(Throwable cause) {
    super("a row with this key already exists", cause);
  }
}
