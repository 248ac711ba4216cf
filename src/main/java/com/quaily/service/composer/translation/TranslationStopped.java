package com.quaily.service.composer.translation;

/** Somebody cancelled a translation. */
public final class TranslationStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TranslationStopped() {
    super("the translation was cancelled");
  }
}
