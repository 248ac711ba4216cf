package com.quaily.dao;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionManager;

/**
 * Hands out the connection of the thread's transaction, so that a library's statements commit and
 * roll back with ours. Closing such a connection does nothing: the transaction owns it.
 */
final class TransactionDataSource implements DataSource {

  private final SqlSessionManager sessions;

  TransactionDataSource(SqlSessionManager sessions) {
    this.sessions = sessions;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!sessions.isManagedSessionStarted()) {
      throw new SQLException("this data source serves only inside a transaction");
    }
    Connection connection = sessions.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the transaction's own user is used");
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // The driver logs through its own means.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The pool behind the transaction has its own.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing of type " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
