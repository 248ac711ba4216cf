package com.quaily.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.NoticeDao;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.model.Notice;
import com.quaily.model.Site;
import com.quaily.notice.AlertCheck.Fault;
import com.quaily.testing.SettableClock;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notices from those who tell them to a transport, through a real database. */
class NoticesTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-05-04T23:30:00Z");

  private final TestDatabase server = TestInstance.migratedDatabase();
  private final Database database =
      new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 4));
  private final NoticeDao dao = database.dao(NoticeDao.class);
  private final SettableClock clock = new SettableClock(NOON);
  private final Transport transport = new Transport();
  private final Notices underTest =
      new Notices(
          database,
          dao,
          List.of("telegram"),
          Optional.of(QuietHours.parse("22:00-07:00", ZoneOffset.UTC)),
          clock);
  private final NoticeSender sender = new NoticeSender(database, dao, List.of(transport), clock);

  /** Takes messages, or refuses them. */
  private static final class Transport implements NoticeTransport {

    private final List<NoticeMessage> taken = new ArrayList<>();
    private RefusedException refusal;
    private Runnable meanwhile = () -> {};

    @Override
    public String name() {
      return "telegram";
    }

    @Override
    public void deliver(NoticeMessage message) throws RefusedException {
      if (refusal != null) {
        throw refusal;
      }
      taken.add(message);
      meanwhile.run();
    }

    List<String> subjects() {
      return taken.stream().map(NoticeMessage::subject).toList();
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNoticeIsSentOnce() {
    underTest.tell(Notice.info("a", "First", "text"));
    sender.run();
    sender.run();
    assertEquals(List.of(new NoticeMessage(Notice.Level.INFO, "First", "text")), transport.taken);
  }

  @Test
  void whatAProcessIsSendingIsLeftAloneByTheOthersUntilItMustHaveDied() {
    NoticeSender other = new NoticeSender(database, dao, List.of(transport), clock);
    transport.meanwhile =
        () -> {
          transport.meanwhile = () -> {};
          other.run();
          clock.advance(Duration.ofSeconds(119));
          other.run();
          assertEquals(1, transport.taken.size());
          clock.advance(Duration.ofSeconds(2));
          other.run();
        };
    underTest.tell(Notice.info("a", "First", "text"));

    sender.run();

    assertEquals(2, transport.taken.size());
  }

  @Test
  void aNoticeOfARolledBackTransactionDoesNotExist() {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.inTransaction(
                () -> {
                  underTest.tell(Notice.info("a", "Never", ""));
                  throw new IllegalStateException("rolled back");
                }));
    sender.run();
    assertEquals(List.of(), transport.taken);
  }

  @Test
  void whatWaitsGoesIntoOneMessageAlertsFirst() {
    underTest.tell(Notice.info("a", "News", "of today"));
    underTest.tell(Notice.alert("b", "Fire", ""));
    underTest.tell(Notice.info("a", "Newer news", "of today"));
    sender.run();
    assertEquals(
        List.of(
            new NoticeMessage(
                Notice.Level.ALERT, "2 notices", "Fire\n\nNewer news (2 times)\nof today")),
        transport.taken);
  }

  @Test
  void oneTopicIsToldAtMostEveryTenMinutes() {
    underTest.tell(Notice.alert("a", "One", ""));
    sender.run();
    for (int second = 0; second < 60; second++) {
      clock.advance(Duration.ofSeconds(1));
      underTest.tell(Notice.alert("a", "Again", ""));
      sender.run();
    }
    assertEquals(List.of("One"), transport.subjects());
    clock.advance(Duration.ofMinutes(10));
    sender.run();
    assertEquals(List.of("One", "Again (60 times)"), transport.subjects());
    clock.advance(Duration.ofMinutes(11));
    sender.run();
    assertEquals(2, transport.taken.size());
    underTest.tell(Notice.alert("a", "Much later", ""));
    sender.run();
    assertEquals(List.of("One", "Again (60 times)", "Much later"), transport.subjects());
  }

  @Test
  void aRefusedNoticeIsKeptAndSentWhenTheServiceAsksForIt() {
    transport.refusal = new RefusedException("429", Duration.ofSeconds(35));
    underTest.tell(Notice.alert("a", "Kept", ""));
    sender.run();
    transport.refusal = null;
    clock.advance(Duration.ofSeconds(34));
    sender.run();
    assertEquals(List.of(), transport.taken);
    clock.advance(Duration.ofSeconds(2));
    sender.run();
    assertEquals(List.of("Kept"), transport.subjects());
  }

  @Test
  void theNightIsForAlertsOnly() {
    clock.advance(Duration.between(NOON, NIGHT));
    underTest.tell(Notice.info("news", "News", ""));
    underTest.tell(Notice.alert("fire", "Fire", ""));
    sender.run();
    assertEquals(List.of("Fire"), transport.subjects());
    clock.advance(Duration.ofMinutes(7 * 60 + 29));
    sender.run();
    assertEquals(List.of("Fire"), transport.subjects());
    clock.advance(Duration.ofMinutes(1));
    sender.run();
    assertEquals(List.of("Fire", "News"), transport.subjects());
  }

  @Test
  void aFaultIsToldOnceAndItsEndToo() {
    List<Fault> faults = new ArrayList<>(List.of(new Fault("disk@a", "Full", "")));
    AlertCheck check = new AlertCheck("disk@", () -> List.copyOf(faults));
    AlertWatch one = watch(check);
    AlertWatch other = watch(check);
    one.run();
    sender.run();
    assertEquals(List.of(), transport.taken, "the first look can be a coincidence");
    for (int look = 0; look < 3; look++) {
      one.run();
      other.run();
      sender.run();
    }
    assertEquals(List.of("Full"), transport.subjects());
    faults.clear();
    one.run();
    other.run();
    sender.run();
    assertEquals(List.of("Full", "Over: Full"), transport.subjects());
  }

  private AlertWatch watch(AlertCheck... checks) {
    return new AlertWatch(
        underTest, new DirectNotices(List.of(transport)), List.of(checks), "web-1");
  }

  @Test
  void aLostDatabaseIsToldWithoutIt() {
    try (Database lost =
        new Database(new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "a", "b", 1))) {
      Notices lostNotices =
          new Notices(
              lost, lost.dao(NoticeDao.class), List.of("telegram"), Optional.empty(), clock);
      AlertWatch watch =
          new AlertWatch(
              lostNotices,
              new DirectNotices(List.of(transport)),
              List.of(new AlertCheck("a", List::of)),
              "web-1");
      watch.run();
      watch.run();
      watch.run();
      assertEquals(List.of("web-1 cannot reach the database"), transport.subjects());
    }
  }

  @Test
  void firstPostsAndRoundNumbersOfSubscribersAreToldOnce() throws SQLException {
    execute(
        """
        insert into app_user (email) select n || '@example.com' from generate_series(1, 60) n;
        insert into channel (slug, title, user_id, created_at, updated_at)
        select 'notes', 'Notes', min(id), now(), now() from app_user;
        """);
    Milestones milestones =
        new Milestones(database, dao, underTest, new Site("Quaily", "https://letters.example"));
    execute("update channel set published_posts = 1");
    subscribe(1, 9);
    milestones.run();
    sender.run();
    assertEquals(List.of("Notes has published its first post"), transport.subjects());
    assertEquals("https://letters.example/notes", transport.taken.get(0).text());
    subscribe(10, 12);
    execute("update channel set published_posts = 0");
    execute("update channel set published_posts = 1");
    milestones.run();
    sender.run();
    milestones.run();
    sender.run();
    assertEquals("Notes has 10 subscribers", transport.subjects().get(1));
    assertEquals(2, transport.taken.size());
    execute("delete from subscription where user_id in (select user_id from subscription limit 5)");
    subscribe(13, 60);
    clock.advance(Duration.ofMinutes(11));
    milestones.run();
    sender.run();
    assertTrue(transport.subjects().contains("Notes has 50 subscribers"), "" + transport.taken);
    assertEquals(3, transport.taken.size());
  }

  private void subscribe(int from, int to) throws SQLException {
    execute(
        """
        insert into subscription (user_id, channel_id, confirmed_at, created_at, updated_at)
        select u.id, c.id, now(), now(), now() from channel c, app_user u
        where split_part(u.email, '@', 1)::int between %d and %d
        """
            .formatted(from, to));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
