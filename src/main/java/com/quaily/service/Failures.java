package com.quaily.service;

import com.quaily.dao.Database;
import org.apache.ibatis.exceptions.PersistenceException;

/** Failures of the layers below in our own terms. */
public final class Failures {

  private Failures() {}

  /** The failure itself, or what it means when it comes from the database. */
  public static Throwable translate(Throwable failure) {
    return failure instanceof PersistenceException persistence
        ? Database.translate(persistence)
        : failure;
  }
}
