package com.quaily.database;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.QuailyException;
import com.quaily.model.error.UnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;

/** What failures of the database mean, in our own terms; nobody outside this room need ask. */
final class DatabaseExceptions {

  private static final String DUPLICATE_KEY = "23505";

  private DatabaseExceptions() {}

  /** The DAO with its failures translated. */
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
   * Unavailable when the connection is at fault, a duplicate key when that is what the server said,
   * the same failure otherwise.
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

  /** What the server said when it refused who we are or what we asked for, whatever wraps it. */
  static Optional<RuntimeException> refusal(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isRefusal(sql.getSQLState())) {
        return Optional.of(
            new IllegalStateException("the database refuses us: " + sql.getMessage(), failure));
      }
    }
    return Optional.empty();
  }

  /** 28: who we are, 3D000: no database of that name. */
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
      // DBCP reports an exhausted or broken pool without a state.
      return (failure.getMessage() != null && failure.getMessage().startsWith("Cannot "))
          || (failure.getCause() instanceof SQLException cause && isAboutTheConnection(cause));
    }
    // 08: connection failures, 57P: the server shuts down or starts, 53300: too many connections.
    return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
  }
}
