package com.quaily.bench;

import com.quaily.config.Settings;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.page.publishing.compose.ListPaging;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.Modules;
import com.quaily.wiring.process.StorageFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;

/**
 * Fills an instance with a channel of published posts, straight into the database; the pages are
 * left to the render command. Prints a token of the channel's owner.
 *
 * <p>Arguments: a data directory, the channel's slug, how many posts.
 */
public final class FilledInstance {

  private static final int BATCH = 500;
  private static final String INSERT =
      "insert into post (channel_id, user_id, slug, title, excerpt, content, tags, published_at,"
          + " first_published_at, list_page, reading_seconds, created_at, updated_at)"
          + " values (?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?)";

  private FilledInstance() {}

  public static void main(String[] arguments) throws SQLException {
    Settings settings = settings(Path.of(arguments[0]));
    ObjectStorage storage = StorageFactory.create(settings);
    try (Modules modules = new Modules(settings, storage, keys -> {})) {
      modules.migrate();
      User user =
          modules
              .account()
              .userService()
              .create(arguments[1] + "@example.org", "Bench", Language.EN);
      Channel channel = channel(modules, user, arguments[1]);
      try (Connection connection = modules.database().dataSource().getConnection()) {
        connection.setAutoCommit(false);
        insertPosts(connection, channel, Integer.parseInt(arguments[2]));
        count(connection, channel.id());
        connection.commit();
      }
      vacuum(modules);
      System.out.println(
          "TOKEN " + modules.account().authService().startSession(user, "bench").token());
    }
  }

  static Settings settings(Path data) {
    return Settings.load(Optional.empty(), Map.of(), Map.of("data", data.toString()));
  }

  private static Channel channel(Modules modules, User user, String slug) {
    ChannelInput input = new ChannelInput(slug, "Measured", "", "", "", "", "", Map.of());
    return modules.channel().channelService().create(user.id(), input);
  }

  private static void insertPosts(Connection connection, Channel channel, int posts)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int number = 0; number < posts; number++) {
        set(insert, channel, number, posts);
        insert.addBatch();
        if (number % BATCH == BATCH - 1 || number == posts - 1) {
          insert.executeBatch();
        }
      }
    }
  }

  private static void set(PreparedStatement insert, Channel channel, int number, int posts)
      throws SQLException {
    Timestamp published = Timestamp.from(Corpus.publishedAt(number));
    insert.setLong(1, channel.id());
    insert.setLong(2, channel.userId());
    insert.setString(3, Corpus.slug(number));
    insert.setString(4, Corpus.title(number));
    insert.setString(5, Corpus.title(number));
    insert.setString(6, Corpus.markdown(number));
    insert.setString(7, String.join(",", Corpus.tags(number)));
    insert.setTimestamp(8, published);
    insert.setTimestamp(9, published);
    insert.setInt(10, (posts - 1 - number) / ListPaging.SIZE + 1);
    insert.setInt(11, 300);
    insert.setTimestamp(12, published);
    insert.setTimestamp(13, published);
  }

  /** What the program counts as it publishes, and what its index of the words would say. */
  private static void count(Connection connection, long channel) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into post_tag (channel_id, tag, post_id, published_at)"
              + " select distinct channel_id, unnest(tags), id, published_at from post"
              + " where channel_id = "
              + channel);
      statement.executeUpdate(
          "insert into channel_tag (channel_id, tag, posts)"
              + " select channel_id, tag, count(*) from post_tag where channel_id = "
              + channel
              + " group by channel_id, tag");
      statement.executeUpdate(
          "update channel set published_posts = (select count(*) from post where channel_id = "
              + channel
              + ") where id = "
              + channel);
      statement.executeUpdate(
          "insert into post_metric (post_id, channel_id, published_at, page_views)"
              + " select id, channel_id, published_at, id % 1000 from post where channel_id = "
              + channel);
      statement.executeUpdate(
          "insert into post_search (post_id, channel_id, title, topic, words)"
              + " select id, channel_id, title, to_tsvector('english', title),"
              + " to_tsvector('english', title || ' ' || array_to_string(tags, ' '))"
              + " || array_to_tsvector(array['#' || channel_id]) from post where channel_id = "
              + channel);
      statement.executeUpdate(
          "insert into post_topic (channel_id, word, post_id)"
              + " select s.channel_id, t.word, s.post_id"
              + " from post_search s, unnest(tsvector_to_array(s.topic)) as t(word)"
              + " where s.channel_id = "
              + channel);
      statement.executeUpdate(
          "insert into post_similar (post_id, post_ids)"
              + " select id, array[id - 1, id - 2, id - 3, id - 5, id - 8] from post"
              + " where channel_id = "
              + channel);
      // Else a server that starts would index and render all of it while it is measured.
      statement.executeUpdate("delete from search_change");
      statement.executeUpdate("delete from scheduled_tasks");
    }
  }

  /** As the database itself does after some minutes. */
  private static void vacuum(Modules modules) throws SQLException {
    try (Connection connection = modules.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }
}
