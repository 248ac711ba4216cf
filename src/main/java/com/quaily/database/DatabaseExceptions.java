package com.quaily.database;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.QuailyException;
import com.quaily.model.error.UnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;

/** Translates database exceptions into the program's own. */
final class DatabaseExceptions {

  private static final String DUPLICATE_KEY = "23505";

  private DatabaseExceptions() {}

  /** Wraps the DAO so that its exceptions are translated. */
  static <T> T translating(Class<T> type, T dao) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(dao, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException failure
                    ? translate(failure)
                    : e.getCause();
              }
            }));
  }

  /**
   * Unavailable for connection failures, a duplicate key if the server reported one, otherwise the
   * same exception.
   */
  static RuntimeException translate(RuntimeException failure) {
    if (failure instanceof QuailyException || failure instanceof DuplicateKeyException) {
      return failure;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return translate(failure, sql);
      }
    }
    return failure;
  }

  /**
   * The server's rejection of the login or the database name, possibly wrapped in other exceptions.
   */
  static Optional<RuntimeException> refusal(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isRefusal(sql.getSQLState())) {
        return Optional.of(
            new IllegalStateException(
                "the database rejects the connection: " + sql.getMessage(), failure));
      }
    }
    return Optional.empty();
  }

  /** 28: invalid authorization; 3D000: unknown database. */
  private static boolean isRefusal(String state) {
    return state != null && (state.startsWith("28") || state.equals("3D000"));
  }

  private static RuntimeException translate(RuntimeException failure, SQLException cause) {
    if (isAboutTheConnection(cause)) {
      return new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, failure);
    }
    return DUPLICATE_KEY.equals(cause.getSQLState()) ? new DuplicateKeyException(failure) : failure;
  }

  private static boolean isAboutTheConnection(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      // DBCP reports an exhausted or broken pool without an SQL state.
      return (failure.getMessage() != null && failure.getMessage().startsWith("Cannot "))
          || (failure.getCause() instanceof SQLException cause && isAboutTheConnection(cause));
    }
    // 08: connection failures; 57P: the server is starting or shutting down; 53: no disk space,
    // memory or connections left; 58030: the server cannot read or write its files.
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53")
        || state.equals("58030");
  }
}
