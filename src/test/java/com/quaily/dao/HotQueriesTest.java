package com.quaily.dao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Neighbours;
import com.quaily.model.PostSummary;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With 20,000 posts no query that a publication needs may read a table from end to end. */
class HotQueriesTest {

  private static final Instant MIDDLE = Instant.parse("2024-06-01T00:00:00Z");

  private static final String FILL =
      """
      insert into app_user (email) values ('ada@example.com');
      insert into channel (slug, title, user_id, created_at, updated_at)
      select 'channel-' || n, 'Channel', 1, now(), now() from generate_series(1, 50) n;
      insert into post (channel_id, user_id, slug, content, published_at, first_published_at,
        list_page, pinned, created_at, updated_at)
      select case when n % 2 = 0 then 1 else 1 + n % 50 end, 1, 'post-' || n, repeat('text ', 20),
        timestamptz '2024-01-01' + n * interval '1 hour', now(), 1 + n / 32,
        case when n % 5000 = 0 then 1 else 0 end, now(), now()
      from generate_series(1, 20000) n;
      insert into post_tag (channel_id, tag, post_id, published_at)
      select channel_id, 'tag-' || id % 20, id, published_at from post;
      insert into channel_tag (channel_id, tag, posts)
      select channel_id, tag, count(*) from post_tag group by channel_id, tag;
      insert into page_manifest (key, channel_id, post_id, kind, updated_at)
      select 'pages/channel-' || channel_id || '/p/' || slug || '.html', channel_id, id, 'ARTICLE',
        now() from post;
      insert into page_source (post_id, page_key) select post_id, key from page_manifest;
      analyze;
      """;

  @Test
  void readNoTableFromEndToEnd() throws Exception {
    TestDatabase server = TestInstance.migratedDatabase();
    execute(server, FILL);
    awaitStatistics(server);
    long before = scans(server);
    try (Database database =
        new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 1))) {
      database.inTransaction(() -> publishSomething(database));
    }
    awaitStatistics(server);
    assertEquals(before, scans(server));
  }

  private static void publishSomething(Database database) {
    PostDao posts = database.dao(PostDao.class);
    PageDao pages = database.dao(PageDao.class);
    PostSummary older =
        Neighbours.of(posts.selectNeighbours(1, MIDDLE, 7), MIDDLE, 7).older().orElseThrow();
    posts.selectNewestListPage(1);
    assertTrue(posts.selectById(older.id()).isPresent());
    assertTrue(posts.selectBySlug(1, older.slug()).isPresent());
    assertFalse(posts.selectListPage(1, 40).isEmpty());
    assertEquals(626, posts.selectLastListPage(1));
    posts.countListPage(1, 40);
    posts.selectListPages(1, 33, 64);
    posts.selectPublished(1, 0, 20);
    posts.selectPublishedBefore(1, MIDDLE, 7, 200);
    posts.selectNewestIds(1, 20);
    posts.selectTagged(1, "tag-2", 100);
    posts.selectPinned(1);
    posts.selectRedirects(1);
    posts.selectTranslations(1, "harbour", 7);
    pages.selectBySource(List.of(older.id()));
    pages.selectArticles(List.of(older.id()));
    pages.selectByPost(older.id());
    pages.selectSitemaps(List.of(1L));
    pages.selectAfter("pages/channel-2/", 100);
    database.dao(ChannelDao.class).selectTags(1, 30);
    PostTagDao tags = database.dao(PostTagDao.class);
    tags.count(1, "tag-2");
    tags.delete(1, older.id());
    tags.insert(1, older.id(), MIDDLE, List.of("tag-2", "日本語"));
  }

  private static void execute(TestDatabase server, String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A session's counts are there when it has ended. */
  private static void awaitStatistics(TestDatabase server) throws Exception {
    while (number(
            server,
            "select count(*) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and backend_type = 'client backend' and datname = current_database()")
        > 0) {
      Thread.sleep(20);
    }
  }

  private static long scans(TestDatabase server) throws SQLException {
    return number(
        server,
        "select sum(seq_scan) from pg_stat_user_tables where relname in"
            + " ('post', 'post_tag', 'page_manifest', 'page_source')");
  }

  private static long number(TestDatabase server, String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
