package com.quaily.database;

import com.quaily.model.error.UnavailableException;
import java.io.Closeable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionManager;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;

/**
 * Lets a replica answer the reading statements of threads that asked for it. A statement that
 * changes something always goes to the primary, and from then on so do the others of the thread.
 * Where the replica fails, the primary answers.
 */
final class ReplicaReads implements Closeable {

  /** Serialization failure, canceled statement, read-only transaction. */
  private static final Set<String> REFUSALS = Set.of("40001", "57014", "25006");

  private final ThreadLocal<Boolean> wanted = ThreadLocal.withInitial(() -> false);
  private final ConnectionPool pool;
  private final Configuration statements;
  private final SqlSessionManager sessions;
  private final ReplicaWatch watch;
  private final DatabaseWatch hangWatch;
  private final BooleanSupplier inTransaction;

  /**
   * @param settings of the replica
   * @param inTransaction whether the thread is in a transaction of the primary
   */
  ReplicaReads(DatabaseSettings settings, BooleanSupplier inTransaction) {
    this.hangWatch = new DatabaseWatch(settings);
    this.pool = new ConnectionPool(settings, hangWatch);
    this.inTransaction = inTransaction;
    this.statements = Database.configuration(pool);
    this.sessions =
        SqlSessionManager.newInstance(
            new DefaultSqlSessionFactory(statements) {
              @Override
              public SqlSession openSession() {
                return openSession(true);
              }
            });
    this.watch = new ReplicaWatch(pool);
  }

  /** Whether the thread's reading statements may go to the replica from now on. */
  void want(boolean reading) {
    if (reading) {
      wanted.set(true);
    } else {
      wanted.remove();
    }
  }

  /** A DAO that asks the replica where it may, and the given one otherwise. */
  <T> T wrap(Class<T> type, T primary) {
    T replica = sessions.getMapper(type);
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (!mayAsk(type, method)) {
                return invoke(method, primary, arguments);
              }
              try {
                return invoke(method, replica, arguments);
              } catch (RuntimeException e) {
                if (DatabaseExceptions.translate(e) instanceof UnavailableException) {
                  watch.distrust();
                } else if (!isRefused(e)) {
                  throw e;
                }
                return invoke(method, primary, arguments);
              }
            }));
  }

  private boolean mayAsk(Class<?> type, Method method) {
    if (!wanted.get()) {
      return false;
    }
    String id = type.getName() + "." + method.getName();
    if (!statements.hasStatement(id)) {
      return false;
    }
    MappedStatement statement = statements.getMappedStatement(id);
    boolean reads =
        statement.getSqlCommandType() == SqlCommandType.SELECT && !statement.isDirtySelect();
    if (!reads) {
      // What follows in this request must see the change.
      wanted.remove();
    }
    return reads && watch.isUsable() && !inTransaction.getAsBoolean();
  }

  private static Object invoke(Method method, Object dao, Object[] arguments) throws Throwable {
    try {
      return method.invoke(dao, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A replica ends statements that keep it from replaying changes, and refuses to lock rows. */
  private static boolean isRefused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && REFUSALS.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    watch.close();
    hangWatch.close();
    try {
      pool.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the connection pool of the replica did not close", e);
    }
  }
}
