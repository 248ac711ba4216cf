package com.quaily.delivery.content;

import java.util.UUID;

/** What no writer can know, to mark places in texts of writers. */
final class Tokens {

  static final String RANDOM = UUID.randomUUID().toString();

  private Tokens() {}
}
