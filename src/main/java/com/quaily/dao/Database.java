package com.quaily.dao;

import com.quaily.model.UnavailableException;
import com.quaily.model.UserStatus;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.session.SqlSessionManager;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.EnumOrdinalTypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;

/**
 * The way to PostgreSQL: a pool, the DAOs and transactions. Safe for use by many threads; a
 * transaction belongs to the thread that began it.
 */
public final class Database implements Closeable {

  private static final List<Class<?>> DAOS =
      List.of(
          UserDao.class,
          SessionDao.class,
          LoginCodeDao.class,
          ApiKeyDao.class,
          ChannelDao.class,
          PostDao.class,
          PostTagDao.class,
          RevisionDao.class,
          PreviewTokenDao.class,
          AttachmentDao.class,
          SubscriptionDao.class,
          PageDao.class,
          JobDao.class,
          ProgressDao.class);

  private final BasicDataSource pool;
  private final SqlSessionManager sessions;

  public Database(DatabaseSettings settings) {
    this.pool = pool(settings);
    Configuration configuration =
        new Configuration(new Environment("quaily", new JdbcTransactionFactory(), pool));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    configuration.setDefaultExecutorType(ExecutorType.REUSE);
    registerTypes(configuration);
    DAOS.forEach(dao -> parse(configuration, dao));
    this.sessions =
        SqlSessionManager.newInstance(new SqlSessionFactoryBuilder().build(configuration));
  }

  private static void registerTypes(Configuration configuration) {
    TypeHandlerRegistry handlers = configuration.getTypeHandlerRegistry();
    handlers.register(List.class, ListTypeHandler.class);
    handlers.register(Map.class, JsonTypeHandler.class);
    handlers.register(UUID.class, UuidTypeHandler.class);
    handlers.register(UserStatus.class, new EnumOrdinalTypeHandler<>(UserStatus.class));
    configuration.getTypeAliasRegistry().registerAlias("json", JsonTypeHandler.class);
    configuration.getTypeAliasRegistry().registerAlias("array", ListTypeHandler.class);
    configuration.getTypeAliasRegistry().registerAlias("jsonlist", JsonListTypeHandler.class);
  }

  private static BasicDataSource pool(DatabaseSettings settings) {
    BasicDataSource pool = new BasicDataSource();
    pool.setDriverClassName("org.postgresql.Driver");
    pool.setUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    pool.setMaxTotal(settings.poolSize());
    pool.setMaxIdle(settings.poolSize());
    pool.setMinIdle(1);
    pool.setMaxWait(Duration.ofSeconds(5));
    pool.setPoolPreparedStatements(true);
    pool.setMaxOpenPreparedStatements(200);
    // A connection that died with the server is found when it fails, not by a query before each
    // use: the pool drops it then, and all idle ones are looked over in the background.
    pool.setFastFailValidation(true);
    pool.setTestWhileIdle(true);
    pool.setNumTestsPerEvictionRun(-1);
    pool.setDurationBetweenEvictionRuns(Duration.ofSeconds(10));
    pool.setValidationQueryTimeout(Duration.ofSeconds(2));
    pool.addConnectionProperty("reWriteBatchedInserts", "true");
    pool.addConnectionProperty("connectTimeout", "3");
    pool.addConnectionProperty("socketTimeout", "60");
    pool.addConnectionProperty("tcpKeepAlive", "true");
    pool.addConnectionProperty("ApplicationName", "quaily");
    return pool;
  }

  private static void parse(Configuration configuration, Class<?> dao) {
    String resource = dao.getName().replace('.', '/') + ".xml";
    try (InputStream xml = dao.getClassLoader().getResourceAsStream(resource)) {
      if (xml == null) {
        throw new IllegalStateException("no mapper " + resource);
      }
      new XMLMapperBuilder(xml, configuration, resource, configuration.getSqlFragments()).parse();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }

  /**
   * A DAO whose methods run in the thread's transaction when there is one, else each in one of its
   * own. They throw {@link UnavailableException} when the database cannot be reached and {@link
   * DuplicateKeyException} when a row of that key is already there.
   */
  public <T> T dao(Class<T> type) {
    return Failures.translating(type, sessions.getMapper(type));
  }

  /** The pool itself, for libraries that bring their own SQL. */
  public DataSource dataSource() {
    return pool;
  }

  /**
   * Runs the work in one transaction; joins the one that the thread is in, if any. Any exception
   * rolls back.
   *
   * @throws UnavailableException when the database cannot be reached
   */
  public <T> T inTransaction(Supplier<T> work) {
    if (sessions.isManagedSessionStarted()) {
      return work.get();
    }
    try {
      return runInOwnTransaction(work);
    } catch (RuntimeException e) {
      throw Failures.translate(e);
    }
  }

  /** As {@link #inTransaction(Supplier)}, without a result. */
  public void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return null;
        });
  }

  private <T> T runInOwnTransaction(Supplier<T> work) {
    sessions.startManagedSession(false);
    try {
      T result = work.get();
      sessions.commit(true);
      return result;
    } catch (RuntimeException | Error e) {
      try {
        sessions.rollback(true);
      } catch (RuntimeException rollback) {
        e.addSuppressed(rollback);
      }
      throw e;
    } finally {
      sessions.close();
    }
  }

  /** Whether the server answers. */
  public boolean isReachable() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      pool.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the pool did not close", e);
    }
  }
}
