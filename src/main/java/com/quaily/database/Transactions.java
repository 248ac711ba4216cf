package com.quaily.database;

import com.quaily.model.error.UnavailableException;
import java.util.function.Supplier;

/** Runs work in transactions; the DAOs that the work calls take part in them. */
public interface Transactions {

  /**
   * Runs the work in one transaction; joins the one that the thread is in, if any. Any exception
   * rolls back.
   *
   * @throws UnavailableException when the database cannot be reached
   */
  <T> T inTransaction(Supplier<T> work);

  /**
   * Waits for a lock that one transaction at a time can hold, and keeps it until the end of the
   * current one. Whoever counts rows before adding one takes it first: then the count is exact.
   *
   * @param what names the lock
   * @throws IllegalStateException when the thread is in no transaction
   */
  void lock(String what);

  /** As {@link #inTransaction(Supplier)}, without a result. */
  default void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Notifies all processes once the thread's transaction has committed, at once if there is none. A
   * notification can be lost when this process dies; listeners must have another way to notice.
   *
   * @param topic one of {@link ChangeFeed}
   * @param payload at most 7,900 bytes
   */
  void announce(String topic, String payload);
}
