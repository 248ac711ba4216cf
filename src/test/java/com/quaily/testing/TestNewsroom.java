package com.quaily.testing;

import com.quaily.config.Settings;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.publishing.ConsistencyCheck.Finding;
import com.quaily.page.publishing.PagePublisher;
import com.quaily.service.post.PostService;
import com.quaily.service.post.PostTrash;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.Modules;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services and publisher on a temporary database and a watched store, without web server and
 * worker: a test runs the background work itself. Starts with one rendered, empty channel named
 * {@code news}.
 */
public final class TestNewsroom implements AutoCloseable {

  /** When the first numbered post appears; each further one is an hour later. */
  public static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private final WatchedStorage storage;
  private final TestDatabase database;
  private final Modules modules;
  private final Caller owner;
  private final Channel channel;

  /** Over a store in memory. */
  public static TestNewsroom open() {
    return open(new MemoryStorage());
  }

  public static TestNewsroom open(ObjectStorage objects) {
    return new TestNewsroom(objects, TestInstance.migratedDatabase());
  }

  private TestNewsroom(ObjectStorage objects, TestDatabase database) {
    this.database = database;
    storage = new WatchedStorage(objects);
    Settings settings =
        Settings.load(
            Optional.empty(),
            Map.of(),
            Map.of(
                "data", Path.of("target", "newsroom").toString(),
                "site.base-url", "https://example.com",
                "database.url", database.jdbcUrl(),
                "database.user", database.user(),
                "database.password", database.password(),
                "database.pool-size", 12));
    modules = new Modules(settings, storage, keys -> {});
    User user = modules.account().userService().create("ada@example.com", "Ada", Language.EN);
    owner = new Caller(user.id(), Caller.Kind.SESSION, 0);
    channel = createChannel("news");
  }

  /** A further channel of the same owner, rendered. */
  public Channel createChannel(String slug) {
    Channel created =
        modules
            .channel()
            .channelService()
            .create(
                owner.userId(),
                new ChannelInput(slug, "The " + slug, "", "", "", "", "", Map.of()));
    render(created);
    return created;
  }

  /** What a re-rendering does in the background. */
  public void render(Channel rendered) {
    modules.page().channelRenderer().render(rendered.id(), pages -> {});
    modules.page().sitePages().write();
  }

  public WatchedStorage storage() {
    return storage;
  }

  public TestDatabase database() {
    return database;
  }

  public Modules modules() {
    return modules;
  }

  public Caller owner() {
    return owner;
  }

  public Channel channel() {
    return channel;
  }

  /** A channel as it is now. */
  public Channel channel(String slug) {
    return modules.database().dao(ChannelDao.class).selectBySlug(slug).orElseThrow();
  }

  public PostService posts() {
    return modules.post().postService();
  }

  public PostTrash trash() {
    return modules.post().trash();
  }

  public PostDao postDao() {
    return modules.database().dao(PostDao.class);
  }

  public PageDao pageDao() {
    return modules.database().dao(PageDao.class);
  }

  /** A post of the channel {@code news}, published as of then; null = a draft. */
  public Post save(String slug, String title, String content, Instant date, String... tags) {
    return save("news", slug, title, content, date, tags);
  }

  public Post save(
      String channelSlug, String slug, String title, String content, Instant date, String... tags) {
    return posts()
        .upsert(
            owner,
            channel(channelSlug),
            new PostInput(
                slug,
                title,
                null,
                content,
                null,
                date,
                null,
                List.of(tags),
                null,
                null,
                null,
                null));
  }

  /** Publishes numbered posts without rendering anything but their own pages. */
  public void fill(int first, int last) {
    for (int number = first; number <= last; number++) {
      save("post-" + number, "Post " + number, "Text " + number, date(number));
    }
  }

  /** When a numbered post appears. */
  public static Instant date(int number) {
    return FIRST.plus(Duration.ofHours(number));
  }

  /** Gives the channel another title. */
  public void retitle(String title) {
    modules
        .channel()
        .channelService()
        .update(owner(), "news", new ChannelInput(null, title, null, null, null, null, null, null));
  }

  /** Follows all changes, as the background would. */
  public void refresh() {
    PagePublisher publisher = modules.page().publisher();
    Instant soon = Instant.now().plusSeconds(60);
    for (long channel : pageDao().selectChannelsWithChanges(soon, soon, List.of(), 1000)) {
      try {
        while (publisher.refresh(channel) > 0) {}
      } catch (UnavailableException e) {
        // The changes stay noted, as the tests of this see.
      }
    }
  }

  /** What database, manifest and store disagree about. */
  public List<Finding> disagreements() {
    return modules.page().consistencyCheck().find(key -> {});
  }

  /**
   * Counts rows.
   *
   * @param source what follows the word {@code from}
   */
  public long count(String source) {
    return number("select count(*) from " + source);
  }

  /** The one number that a query answers. */
  public long number(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Changes the database behind the program's back. */
  public void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    modules.close();
  }
}
