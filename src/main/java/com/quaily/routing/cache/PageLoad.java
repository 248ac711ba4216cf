package com.quaily.routing.cache;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One read of a page from storage; all requests for the page wait for it. */
final class PageLoad {

  private final CompletableFuture<Optional<CachedPage>> result = new CompletableFuture<>();

  void succeed(Optional<CachedPage> page) {
    result.complete(page);
  }

  void fail(Throwable failure) {
    result.completeExceptionally(failure);
  }

  /** Waits for the read; throws its exception if it failed. */
  Optional<CachedPage> await() {
    try {
      return result.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (wrapped.getCause() instanceof Error error) {
        throw error;
      }
      throw wrapped;
    }
  }
}
