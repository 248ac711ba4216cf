package com.quaily.database;

import java.time.Duration;
import java.util.List;
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

  /**
   * A test checks that every statement uses an index, so a generic plan is fine: planning each
   * execution costs more than most statements. Without sequential scans, a plan cached while a
   * table was small stays good when it grows.
   */
  private static final List<String> INITIALIZATION =
      List.of("set enable_seqscan = off", "set plan_cache_mode = force_generic_plan");

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
    factory.setConnectionInitSql(INITIALIZATION);
    factory.setFastFailValidation(true);
    factory.setValidationQueryTimeout(Duration.ofSeconds(2));
    return factory;
  }
}
