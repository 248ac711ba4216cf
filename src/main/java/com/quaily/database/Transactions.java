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

  /** As {@link #inTransaction(Supplier)}, without a result. */
  default void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }
}
