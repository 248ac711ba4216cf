package com.quaily.database;

import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.ConnectionFactory;
import org.apache.commons.dbcp2.PoolableConnection;
import org.apache.commons.dbcp2.PoolableConnectionFactory;
import org.apache.commons.pool2.PooledObject;

/**
 * The connection pool. A connection used a moment ago is not validated, because validation costs as
 * much as a statement. A broken connection is dropped when it fails.
 */
final class ConnectionPool extends BasicDataSource {

  private static final Duration TRUSTED = Duration.ofSeconds(1);

  ConnectionPool(DatabaseSettings settings) {
    setDriverClassName("org.postgresql.Driver");
    setUrl(settings.url());
    setUsername(settings.user());
    setPassword(settings.password());
    setMaxTotal(settings.poolSize());
    setMaxIdle(settings.poolSize());
    setMinIdle(1);
    setMaxWait(Duration.ofSeconds(5));
    setTestWhileIdle(true);
    setNumTestsPerEvictionRun(-1);
    setDurationBetweenEvictionRuns(Duration.ofSeconds(10));
    addConnectionProperty("reWriteBatchedInserts", "true");
    addConnectionProperty("connectTimeout", "3");
    addConnectionProperty("socketTimeout", "60");
    addConnectionProperty("tcpKeepAlive", "true");
    addConnectionProperty("ApplicationName", "quaily");
  }

  @Override
  protected PoolableConnectionFactory createPoolableConnectionFactory(ConnectionFactory driver) {
    PoolableConnectionFactory factory =
        new PoolableConnectionFactory(driver, null) {
          @Override
          public boolean validateObject(PooledObject<PoolableConnection> connection) {
            return connection.getIdleDuration().compareTo(TRUSTED) < 0
                || super.validateObject(connection);
          }
        };
    factory.setFastFailValidation(true);
    factory.setValidationQueryTimeout(Duration.ofSeconds(2));
    return factory;
  }
}
