package com.quaily.dao;

import com.quaily.dao.type.JsonListTypeHandler;
import com.quaily.dao.type.JsonTypeHandler;
import com.quaily.dao.type.ListTypeHandler;
import com.quaily.dao.type.UuidTypeHandler;
import com.quaily.model.Progress;
import com.quaily.model.account.ApiKey;
import com.quaily.model.account.EphemeralToken;
import com.quaily.model.account.LoginCode;
import com.quaily.model.account.Session;
import com.quaily.model.account.User;
import com.quaily.model.account.UserStatus;
import com.quaily.model.analytics.BotCount;
import com.quaily.model.analytics.ChannelMetric;
import com.quaily.model.analytics.PeriodCount;
import com.quaily.model.analytics.PostCount;
import com.quaily.model.analytics.PostMetric;
import com.quaily.model.analytics.SourceCount;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelDeletion;
import com.quaily.model.channel.DomainState;
import com.quaily.model.channel.DomainStatus;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentStatus;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.credit.CreditAccount;
import com.quaily.model.credit.CreditEntry;
import com.quaily.model.delivery.ChannelPush;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.export.ChannelExport;
import com.quaily.model.export.ExportedComment;
import com.quaily.model.export.ExportedConsent;
import com.quaily.model.export.ExportedSubscriber;
import com.quaily.model.export.ExportedSuppression;
import com.quaily.model.media.Attachment;
import com.quaily.model.oauth.OAuthAccess;
import com.quaily.model.oauth.OAuthApp;
import com.quaily.model.oauth.OAuthCode;
import com.quaily.model.oauth.OAuthToken;
import com.quaily.model.page.PageChange;
import com.quaily.model.page.PageManifest;
import com.quaily.model.post.ListPlace;
import com.quaily.model.post.NeighbourIds;
import com.quaily.model.post.Pack;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostRedirect;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.PostVersion;
import com.quaily.model.post.Reaction;
import com.quaily.model.post.Revision;
import com.quaily.model.post.TagCount;
import com.quaily.model.post.TranslatedPost;
import com.quaily.model.search.IndexedText;
import com.quaily.model.search.SearchChange;
import com.quaily.model.subscription.Subscription;
import com.quaily.model.subscription.SubscriptionRequest;
import com.quaily.model.tweet.Tweet;
import com.quaily.model.tweet.TweetReply;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
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
          OAuthAppDao.class,
          OAuthGrantDao.class,
          OAuthTokenDao.class,
          EphemeralTokenDao.class,
          PuzzleDao.class,
          ServerSecretDao.class,
          ChannelDao.class,
          PostDao.class,
          PostTagDao.class,
          RevisionDao.class,
          PreviewTokenDao.class,
          AttachmentDao.class,
          SubscriptionDao.class,
          MemberDao.class,
          CommentDao.class,
          TweetDao.class,
          TweetReplyDao.class,
          PackDao.class,
          PageDao.class,
          JobDao.class,
          ProgressDao.class,
          MetricDao.class,
          ReactionDao.class,
          SearchDao.class,
          ComposerTaskDao.class,
          CreditDao.class,
          ReferralDao.class,
          ChannelSettingsDao.class,
          ChannelDeletionDao.class,
          ChannelExportDao.class,
          DomainDao.class);

  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          ApiKey.class,
          Attachment.class,
          Channel.class,
          ChannelDeletion.class,
          ChannelExport.class,
          ChannelPush.class,
          DomainState.class,
          ExportedComment.class,
          ExportedConsent.class,
          ExportedSubscriber.class,
          ExportedSuppression.class,
          Comment.class,
          ListPlace.class,
          LoginCode.class,
          Pack.class,
          EphemeralToken.class,
          OAuthAccess.class,
          OAuthApp.class,
          OAuthCode.class,
          OAuthToken.class,
          PageChange.class,
          PageManifest.class,
          Post.class,
          PostRedirect.class,
          PostSummary.class,
          NeighbourIds.class,
          PostVersion.class,
          Progress.class,
          Revision.class,
          Session.class,
          Subscription.class,
          SubscriptionRequest.class,
          TagCount.class,
          TranslatedPost.class,
          Tweet.class,
          TweetReply.class,
          User.class,
          BotCount.class,
          ChannelMetric.class,
          ComposerTask.class,
          CreditAccount.class,
          CreditEntry.class,
          IndexedText.class,
          PeriodCount.class,
          PostCount.class,
          PostMetric.class,
          Reaction.class,
          SearchChange.class,
          SourceCount.class);

  private final DatabaseSettings settings;
  private final ConnectionPool pool;
  private final List<ConnectionPool> separatePools = new CopyOnWriteArrayList<>();
  private final SqlSessionManager sessions;

  public Database(DatabaseSettings settings) {
    this.settings = settings;
    this.pool = new ConnectionPool(settings);
    this.sessions =
        SqlSessionManager.newInstance(
            new DefaultSqlSessionFactory(configuration(pool)) {
              /** A statement by itself is a transaction to PostgreSQL without saying so. */
              @Override
              public SqlSession openSession() {
                return openSession(true);
              }
            });
  }

  /** All statements of all DAOs. */
  static Configuration configuration(DataSource dataSource) {
    Configuration configuration =
        new Configuration(new Environment("quaily", new JdbcTransactionFactory(), dataSource));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    configuration.setDefaultExecutorType(ExecutorType.REUSE);
    registerTypes(configuration);
    RECORDS.forEach(type -> RecordMappings.register(configuration, type));
    DAOS.forEach(dao -> parse(configuration, dao));
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

  /**
   * A pool of its own, for a library that must never wait until others give back what they have; it
   * lives as long as this.
   */
  public DataSource separatePool(int size) {
    ConnectionPool separate = new ConnectionPool(settings.withPoolSize(size));
    separatePools.add(separate);
    return separate;
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
      for (ConnectionPool separate : separatePools) {
        separate.close();
      }
      pool.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the pool did not close", e);
    }
  }
}
