package com.quaily.database;

import com.quaily.database.Announcer.Announcement;
import com.quaily.database.type.JsonListTypeHandler;
import com.quaily.database.type.JsonTypeHandler;
import com.quaily.database.type.ListTypeHandler;
import com.quaily.database.type.UuidTypeHandler;
import com.quaily.model.account.UserStatus;
import com.quaily.model.channel.DomainStatus;
import com.quaily.model.comment.CommentStatus;
import com.quaily.model.error.UnavailableException;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionManager;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.EnumOrdinalTypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;

/**
 * Access to PostgreSQL: the pool, the DAOs and transactions. Thread-safe; a transaction belongs to
 * the thread that started it.
 */
public final class Database implements Transactions, Closeable {

  /** Every interface in this package is a mapper with an XML file of the same name. */
  private static final String DAO_PACKAGE = "com.quaily.dao";

  /** Migrations and locks past a pooler: few at the same time. */
  private static final int DIRECT_CONNECTIONS = 4;

  /** What the thread's transactions announce when they commit. */
  private static final ThreadLocal<Pending> PENDING = new ThreadLocal<>();

  private final DatabaseSettings settings;
  private final DatabaseWatch watch;
  private final ConnectionPool pool;
  private final ConnectionPool direct;
  private final List<ConnectionPool> separatePools = new CopyOnWriteArrayList<>();
  private final SqlSessionManager sessions;
  private final Optional<ReplicaReads> replica;
  private final Announcer announcer;

  /**
   * The announcements of a transaction.
   *
   * @param outer of a transaction in another database around this one; may be null
   */
  private record Pending(Database database, List<Announcement> announcements, Pending outer) {}

  public Database(DatabaseSettings settings) {
    this.settings = settings;
    this.watch = new DatabaseWatch(settings);
    this.pool = new ConnectionPool(settings, watch);
    this.direct = settings.isPooled() ? directPool() : pool;
    this.announcer = new Announcer(separatePool(1));
    this.sessions =
        SqlSessionManager.newInstance(
            new DefaultSqlSessionFactory(configuration(pool)) {
              /** A single statement is a transaction by itself in PostgreSQL. */
              @Override
              public SqlSession openSession() {
                return openSession(true);
              }
            });
    this.replica =
        settings
            .replica()
            .map(reading -> new ReplicaReads(reading, sessions::isManagedSessionStarted));
  }

  /**
   * Whether this thread's reading statements outside transactions may go to a replica from now on,
   * where they can be a moment behind. Without a replica it changes nothing.
   */
  public void readFromReplica(boolean may) {
    replica.ifPresent(reads -> reads.want(may));
  }

  /** All statements of all DAOs. */
  public static Configuration configuration(DataSource dataSource) {
    Configuration configuration =
        new Configuration(new Environment("quaily", new JdbcTransactionFactory(), dataSource));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    configuration.setDefaultExecutorType(ExecutorType.REUSE);
    registerTypes(configuration);
    configuration.addMappers(DAO_PACKAGE);
    return configuration;
  }

  private static void registerTypes(Configuration configuration) {
    TypeHandlerRegistry handlers = configuration.getTypeHandlerRegistry();
    handlers.register(List.class, ListTypeHandler.class);
    handlers.register(Map.class, JsonTypeHandler.class);
    handlers.register(UUID.class, UuidTypeHandler.class);
    handlers.register(UserStatus.class, new EnumOrdinalTypeHandler<>(UserStatus.class));
    handlers.register(DomainStatus.class, new EnumOrdinalTypeHandler<>(DomainStatus.class));
    handlers.register(CommentStatus.class, new EnumOrdinalTypeHandler<>(CommentStatus.class));
    configuration.getTypeAliasRegistry().registerAlias("json", JsonTypeHandler.class);
    configuration.getTypeAliasRegistry().registerAlias("array", ListTypeHandler.class);
    configuration.getTypeAliasRegistry().registerAlias("jsonlist", JsonListTypeHandler.class);
  }

  /**
   * A DAO whose methods join the thread's transaction, or else run in one of their own. They throw
   * {@link UnavailableException} when the database cannot be reached and {@link
   * DuplicateKeyException} when a row with the same key exists.
   */
  public <T> T dao(Class<T> type) {
    T primary = sessions.getMapper(type);
    return DatabaseExceptions.translating(
        type, replica.map(reads -> reads.wrap(type, primary)).orElse(primary));
  }

  /**
   * A separate pool for a library that must not wait for other users of the main pool; closed with
   * this object.
   */
  public DataSource separatePool(int size) {
    ConnectionPool separate = new ConnectionPool(settings.withPoolSize(size), watch);
    separatePools.add(separate);
    return separate;
  }

  private ConnectionPool directPool() {
    ConnectionPool connections =
        new ConnectionPool(settings.direct().withPoolSize(DIRECT_CONNECTIONS), watch);
    separatePools.add(connections);
    return connections;
  }

  /** Connections that are not lent to others between two transactions. */
  public DataSource directSource() {
    return direct;
  }

  /** The pool, for libraries that run their own SQL. */
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (sessions.isManagedSessionStarted()) {
      return work.get();
    }
    try {
      return runInOwnTransaction(work);
    } catch (RuntimeException e) {
      throw DatabaseExceptions.translate(e);
    }
  }

  private <T> T runInOwnTransaction(Supplier<T> work) {
    Pending pending = new Pending(this, new ArrayList<>(), PENDING.get());
    sessions.startManagedSession(false);
    PENDING.set(pending);
    try {
      T result = work.get();
      sessions.commit(true);
      announcer.send(pending.announcements());
      return result;
    } catch (RuntimeException | Error e) {
      try {
        sessions.rollback(true);
      } catch (RuntimeException rollback) {
        e.addSuppressed(rollback);
      }
      throw e;
    } finally {
      if (pending.outer() == null) {
        PENDING.remove();
      } else {
        PENDING.set(pending.outer());
      }
      sessions.close();
    }
  }

  @Override
  public void announce(String topic, String payload) {
    Announcement announcement = new Announcement(topic, payload);
    Pending pending = PENDING.get();
    if (pending != null && pending.database() == this) {
      pending.announcements().add(announcement);
    } else {
      announcer.send(List.of(announcement));
    }
  }

  @Override
  public void lock(String what) {
    if (!sessions.isManagedSessionStarted()) {
      throw new IllegalStateException("a lock needs a transaction");
    }
    try (PreparedStatement statement =
        sessions
            .getConnection()
            .prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      statement.setString(1, what);
      statement.execute();
    } catch (SQLException e) {
      throw DatabaseExceptions.translate(new PersistenceException(e));
    }
  }

  /** The connections of the main pool at the moment. */
  public PoolUse poolUse() {
    return new PoolUse(pool.getNumActive(), pool.getNumIdle(), pool.getMaxTotal());
  }

  /**
   * Connections of a pool.
   *
   * @param active in use
   * @param idle open and not in use
   * @param maximum that there can be
   */
  public record PoolUse(int active, int idle, int maximum) {}

  /** Whether the server responds. */
  public boolean isReachable() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    announcer.close();
    replica.ifPresent(ReplicaReads::close);
    watch.close();
    try {
      for (ConnectionPool separate : separatePools) {
        separate.close();
      }
      pool.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the connection pool did not close", e);
    }
  }
}
