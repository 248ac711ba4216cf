package com.quaily.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.ConnectionFactory;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.pool2.PooledObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection pool. It refuses work while the database is known to hang. A connection used a
 * moment ago is not validated, because validation costs as much as a statement. A broken connection
 * is dropped when it fails.
 */
final class ConnectionPool extends BasicDataSource {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
  private static final String CONNECTION_FAILURE = "08006";
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private final DatabaseWatch watch;

  /** The connections in use, with the time since when. */
  private final Map<Connection, Long> borrowed = new ConcurrentHashMap<>();

  ConnectionPool(DatabaseSettings settings, DatabaseWatch watch) {
    this.watch = watch;
    watch.add(this);
    setDriverClassName("org.postgresql.Driver");
    setUrl(settings.url());
    setUsername(settings.user());
    setPassword(settings.password());
    setMaxTotal(settings.poolSize());
    setMaxIdle(settings.poolSize());
    setMinIdle(1);
    setMaxWait(Duration.ofSeconds(4));
    setTestWhileIdle(true);
    setNumTestsPerEvictionRun(-1);
    setDurationBetweenEvictionRuns(Duration.ofSeconds(10));
    addConnectionProperty("reWriteBatchedInserts", "true");
    addConnectionProperty("connectTimeout", "2");
    addConnectionProperty("loginTimeout", "2");
    addConnectionProperty("socketTimeout", "60");
    addConnectionProperty("tcpKeepAlive", "true");
    // Of several hosts, one that was a replica a moment ago can be the primary now.
    addConnectionProperty("hostRecheckSeconds", "1");
    addConnectionProperty("ApplicationName", "quaily");
  }

  @Override
  public Connection getConnection() throws SQLException {
    watch.start();
    refuseWhileHanging();
    return super.getConnection();
  }

  private void refuseWhileHanging() throws SQLException {
    if (watch.isHanging()) {
      throw new SQLException("the database does not answer", CONNECTION_FAILURE);
    }
  }

  /** Whether a connection has been in use for suspiciously long. */
  boolean isSlow() {
    long now = System.nanoTime();
    return borrowed.values().stream()
        .anyMatch(since -> now - since > DatabaseWatch.SUSPICIOUS.toNanos());
  }

  /** Closes the connections in use, so that waiting callers fail. */
  void breakConnections() {
    for (Connection connection : borrowed.keySet()) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("a connection was already broken", e);
      }
    }
  }

  @Override
  protected PoolableConnectionFactory createPoolableConnectionFactory(ConnectionFactory driver) {
    PoolableConnectionFactory factory = new Factory(driver);
    factory.setFastFailValidation(true);
    factory.setValidationQueryTimeout(Duration.ofSeconds(2));
    return factory;
  }

  /** Makes connections and notes which ones are in use. */
  private final class Factory extends PoolableConnectionFactory {

    Factory(ConnectionFactory driver) {
      super(driver, null);
    }

    @Override
    public PooledObject<PoolableConnection> makeObject() throws SQLException {
      refuseWhileHanging();
      return super.makeObject();
    }

    @Override
    public void activateObject(PooledObject<PoolableConnection> connection) throws SQLException {
      // Or a caller whose connection broke would wait for the next idle one in the same way.
      refuseWhileHanging();
      borrowed.put(connection.getObject().getInnermostDelegateInternal(), System.nanoTime());
      super.activateObject(connection);
    }

    @Override
    public void passivateObject(PooledObject<PoolableConnection> connection) throws SQLException {
      super.passivateObject(connection);
      borrowed.remove(connection.getObject().getInnermostDelegateInternal());
    }

    @Override
    public void destroyObject(PooledObject<PoolableConnection> connection) throws SQLException {
      borrowed.remove(connection.getObject().getInnermostDelegateInternal());
      super.destroyObject(connection);
    }

    @Override
    public boolean validateObject(PooledObject<PoolableConnection> connection) {
      return connection.getIdleDuration().compareTo(TRUSTED) < 0
          || super.validateObject(connection);
    }
  }
}
