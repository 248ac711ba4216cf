package com.quaily.dao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.model.analytics.Count;
import com.quaily.model.analytics.CountKey;
import com.quaily.model.comment.CommentChoice;
import com.quaily.model.post.Neighbors;
import com.quaily.model.post.PostPlace;
import com.quaily.model.post.PostSummary;
import com.quaily.model.subscription.Plans;
import com.quaily.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With 20,000 posts, no query for a publication or a readers' list may scan a whole table. */
class HotQueriesTest {

  private static final Instant MIDDLE = Instant.parse("2024-06-01T00:00:00Z");

  @Test
  void readNoTableFromEndToEnd() throws Exception {
    TestDatabase server = LargeDatabase.create();
    awaitStatistics(server);
    String before = scans(server);
    try (Database database =
        new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 1))) {
      database.inTransaction(() -> publishSomething(database));
      database.inTransaction(() -> listReaders(database));
      database.inTransaction(() -> listWhatReadersWrote(database));
      database.inTransaction(() -> readNumbers(database));
      database.inTransaction(() -> search(database));
    }
    awaitStatistics(server);
    assertEquals(before, scans(server));
  }

  @Test
  void aFarPageFetchesOnlyTheRowsThatItShows() throws Exception {
    TestDatabase server = LargeDatabase.create();
    while (!isVacuumed(server)) {
      Thread.sleep(20);
    }
    awaitStatistics(server);
    long before = fetchedRows(server, "post,post_metric");
    int shown = 0;
    try (Database database =
        new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 1))) {
      PostDao posts = database.dao(PostDao.class);
      SearchDao search = database.dao(SearchDao.class);
      shown += posts.selectVersionsPublishedBefore(1, PostPlace.NEWEST, 4_000, 16).size();
      shown += posts.selectVersionsPublishedAfter(1, PostPlace.OLDEST, 4_000, 16).size();
      shown += search.selectVersionsByKind(1, false, 4_000, 16).size();
      shown += search.selectVersionsByKindFromOldest(1, false, 4_000, 16).size();
      shown += database.dao(StatisticsDao.class).selectVersionsByScore(1, 9_000, 16).size();
    }
    awaitStatistics(server);
    assertEquals(5 * 16, shown);
    assertEquals(shown, fetchedRows(server, "post,post_metric") - before);
  }

  @Test
  void aMemberOfALargeChannelIsFoundByAddressWithoutReadingTheOthers() throws Exception {
    TestDatabase server = LargeDatabase.create();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into subscription (user_id, channel_id, type, confirmed_at, created_at, updated_at)
          select id, 1, 'free', now(), now(), now() from app_user on conflict do nothing;
          analyze subscription;
          """);
    }
    awaitStatistics(server);
    long before = fetchedRows(server, "subscription,app_user");
    int shown = 0;
    try (Database database =
        new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 1))) {
      SubscriberDao subscribers = database.dao(SubscriberDao.class);
      // Often enough for PostgreSQL to choose a plan for any arguments, if that seems as good.
      for (int number = 101; number <= 130; number++) {
        String email = "reader-" + number + "@example.com";
        shown += subscribers.select(1, email, Plans.ANY, Long.MAX_VALUE, 0, 16).size();
      }
    }
    awaitStatistics(server);
    assertEquals(30, shown);
    long fetched = fetchedRows(server, "subscription,app_user") - before;
    assertTrue(fetched < 30 * 60, "rows fetched for 30 members: " + fetched);
  }

  private static void publishSomething(Database database) {
    PostDao posts = database.dao(PostDao.class);
    PageDao pages = database.dao(PageDao.class);
    PostSummary older =
        Neighbors.of(posts.selectNeighbors(1, MIDDLE, 7), MIDDLE, 7).older().orElseThrow();
    posts.selectListPlace(1, MIDDLE, 7);
    assertTrue(posts.selectById(older.id()).isPresent());
    assertTrue(posts.selectBySlug(1, older.slug()).isPresent());
    assertFalse(posts.selectListPage(1, 40).isEmpty());
    assertEquals(626, posts.selectLastListPage(1));
    posts.countListPage(1, 40);
    posts.selectListPages(1, 33, 64);
    posts.selectPublished(1, 0, 20);
    posts.selectPublishedBefore(1, new PostPlace(MIDDLE, 7), 200);
    posts.selectNewestIds(1, 20);
    posts.selectTagged(1, "tag-2", 100);
    posts.selectPinned(1);
    posts.selectRedirects(1);
    posts.selectTranslations(1, "harbour", 7);
    pages.selectBySource(List.of(older.id()));
    pages.selectArticles(List.of(older.id()));
    pages.selectByPosts(List.of(older.id()));
    pages.selectSitemaps(List.of(1L));
    pages.selectAfter("pages/channel-2/", 100);
    database.dao(ChannelDao.class).selectTags(1, 30);
    PostTagDao tags = database.dao(PostTagDao.class);
    tags.count(1, "tag-2");
    tags.delete(1, older.id());
    tags.insert(1, older.id(), MIDDLE, List.of("tag-2", "日本語"));
  }

  private static void listReaders(Database database) {
    SubscriptionDao subscriptions = database.dao(SubscriptionDao.class);
    assertTrue(subscriptions.select(7, 8).isPresent());
    assertEquals(1, subscriptions.selectByUser(7, 100).size());
    assertEquals(1, subscriptions.selectByUserAndWriter(7, 1).size());
    SubscriberDao members = database.dao(SubscriberDao.class);
    assertEquals(16, members.select(7, "", Plans.ANY, Long.MAX_VALUE, 16, 16).size());
    assertEquals(20, members.count(1, "", Plans.PAID));
    members.select(1, "", Plans.PAID, Long.MAX_VALUE, 0, 16);
    assertEquals(1, members.select(8, "reader-6@", Plans.ANY, Long.MAX_VALUE, 0, 16).size());
    assertEquals(1, members.count(8, "reader-6@", Plans.ANY));
    List<String> email = List.of("reader-6@example.com");
    assertEquals(1, members.selectKnown(8, email).size());
    assertEquals(1, members.insertMembers(9, email, List.of("Six"), MIDDLE));
  }

  private static void listWhatReadersWrote(Database database) {
    CommentDao comments = database.dao(CommentDao.class);
    assertEquals(1, comments.selectByPost(7, 0, 0, 16).size());
    assertEquals(1, comments.countByPost(7, 0));
    assertEquals(16, comments.selectByChannel(4, 0, 16, 16).size());
    assertEquals(16, comments.selectAll(4, 0, CommentChoice.ANY, 16, 16).size());
    comments.selectAll(4, 0, CommentChoice.PENDING, 0, 16);
    comments.countAll(4, 0, CommentChoice.SPAM);
    assertEquals(9, comments.selectQuoting(List.of(7L), 20).size());
    TweetDao tweets = database.dao(TweetDao.class);
    assertEquals(16, tweets.select(7, true, 16, 16).size());
    assertEquals(400, tweets.count(7, true));
    assertEquals(4, tweets.selectPinned(1, 10).size());
    TweetReplyDao replies = database.dao(TweetReplyDao.class);
    assertEquals(1, replies.select(7, 0, 16).size());
    assertEquals(1, replies.count(7));
    assertEquals(2, replies.selectLatest(List.of(7L, 8L), 3).size());
    assertEquals(100, database.dao(PackDao.class).selectByChannel(7, 100).size());
  }

  private static void readNumbers(Database database) {
    StatisticsDao metrics = database.dao(StatisticsDao.class);
    assertEquals(16, metrics.selectVersionsByScore(1, 9_000, 16).size());
    assertEquals(16, metrics.selectTrending("en", 1_000, 0, 16).size());
    assertFalse(metrics.selectTrendingChannels("", 1_000, 0, 16).isEmpty());
    assertEquals(3, metrics.selectPosts(List.of(1L, 2L, 3L)).size());
    metrics.selectChannel(1);
    metrics.selectChannelOfPublished(7);
    LocalDate first = LocalDate.of(2026, 1, 1);
    LocalDate last = LocalDate.of(2026, 1, 2);
    metrics.selectPeriods(7, first, last, "week");
    metrics.selectChannelPeriods(3, first, last, "day");
    metrics.selectSources(3, 0, first, last, 100);
    metrics.selectBots(3, 0, first, last);
    CountKey key = new CountKey(1, 7, "2026-01-01", "direct", "", "", "");
    List<Count> counts = List.of(new Count(key, 1, 1, 0, 0));
    metrics.addPosts(counts);
    metrics.addChannels(counts);
    metrics.addPostDays(counts);
    metrics.addSourceDays(counts, 1_000);
    metrics.addBotDays(counts);
    assertEquals(1, database.dao(ReactionDao.class).selectByPosts(List.of(7L), 100).size());
  }

  private static void search(Database database) {
    SearchDao search = database.dao(SearchDao.class);
    search.prepareSearch();
    assertEquals(16, search.selectByWords("common", 0, false, 1_000, 0, 16).size());
    assertEquals(16, search.selectByWords("common & word:*", 1, false, 1_000, 0, 16).size());
    assertTrue(search.countByWords("word7", 0, true, 1_000) > 0);
    assertFalse(search.selectByTitle("title 1234", 0, false, 10).isEmpty());
    assertEquals(0, search.selectVersionsByKind(1, true, 0, 16).size());
    assertEquals(16, search.selectVersionsByKind(1, false, 4_000, 16).size());
    assertEquals(16, search.selectVersionsByKindFromOldest(1, false, 4_000, 16).size());
    search.countPremium(1);
    search.selectSubscribed(1, 0, 16);
    search.selectPosts(List.of(7L));
    search.selectTopics(List.of(7L));
    search.deleteTopics(List.of(7L));
    search.insertTopics(List.of(7L));
    search.findSimilar(7, "title | 7", 40, 5);
    search.joinSimilar(7, 1, List.of(8L, 9L), "common | word7", 5);
    search.upsertMetrics(List.of(7L));
    search.deleteMissing(List.of(7L));
  }

  /** A session's counts are there when it has ended. */
  private static void awaitStatistics(TestDatabase server) throws Exception {
    while (!text(
            server,
            "select count(*) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and backend_type = 'client modules' and datname = current_database()")
        .equals("0")) {
      Thread.sleep(20);
    }
  }

  /** How often each table was read from end to end. */
  private static String scans(TestDatabase server) throws SQLException {
    return text(
        server,
        "select string_agg(relname || ' ' || seq_scan, '\n' order by relname)"
            + " from pg_stat_user_tables where relname in"
            + " ('post', 'post_tag', 'page_manifest', 'page_source', 'app_user', 'subscription',"
            + " 'comment', 'tweet', 'tweet_reply', 'pack',"
            + " 'post_metric', 'post_search', 'post_similar',"
            + " 'post_daily', 'source_daily', 'post_reaction')");
  }

  /**
   * What an index may answer alone; another session's snapshot, say of statistics, may defer it.
   */
  private static boolean isVacuumed(TestDatabase server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum post, post_metric");
    }
    return text(
            server,
            "select min(relallvisible - relpages) from pg_class"
                + " where relname in ('post', 'post_metric')")
        .equals("0");
  }

  /** Rows that were looked up in the tables of posts and scores because an index named them. */
  private static long fetchedRows(TestDatabase server, String tables) throws SQLException {
    return Long.parseLong(
        text(
            server,
            "select sum(idx_tup_fetch) + sum(seq_tup_read) from pg_stat_user_tables"
                + " where relname = any('{%s}')".formatted(tables)));
  }

  private static String text(TestDatabase server, String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
