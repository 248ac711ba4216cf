package com.quaily.ai.proxy;

import java.util.function.Consumer;

/** The caller's side of a running call. Thread-safe. */
public final class CallControl {

  private final Consumer<String> listener;
  private Runnable stop = () -> {};
  private boolean cancelled;

  /**
   * @param listener receives each part of the text on the call's thread
   */
  public CallControl(Consumer<String> listener) {
    this.listener = listener;
  }

  /** A call whose parts nobody wants. */
  public static CallControl silent() {
    return new CallControl(part -> {});
  }

  /** Ends the call, also while it waits for the provider. */
  public void cancel() {
    Runnable now;
    synchronized (this) {
      cancelled = true;
      now = stop;
    }
    now.run();
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Sets what ends the call at its present stage; runs at once if it was cancelled before. */
  void onCancel(Runnable action) {
    boolean late;
    synchronized (this) {
      stop = action;
      late = cancelled;
    }
    if (late) {
      action.run();
    }
  }

  void receive(String part) {
    listener.accept(part);
  }
}
