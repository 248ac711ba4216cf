package com.quaily;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.config.Settings;
import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryRecipient;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.MailingKind;
import com.quaily.model.delivery.MessageCount;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.postgres.EmbeddedPostgres;
import com.quaily.testing.MemoryStorage;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Accepted;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.Waiting;
import com.quaily.wiring.Modules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed while they send; the receiving server counts. */
class KilledWorkerTest {

  private static final int READERS = 1_500;
  private static final int SESSIONS = 8;
  private static final int KILLS = 5;

  @TempDir Path directory;

  private final ScriptedSmtpServer server = new ScriptedSmtpServer();
  private final Map<String, Object> settings = new HashMap<>();
  private EmbeddedPostgres postgres;
  private Modules modules;

  @BeforeEach
  void start() {
    postgres =
        EmbeddedPostgres.start(
            directory.resolve("postgres"),
            new EmbeddedPostgres.Options(false, true, Optional.of(TestDatabase.BINARY_CACHE)));
    settings.put("site.base-url", "https://example.com");
    settings.put("database.url", postgres.jdbcUrl());
    settings.put("database.user", postgres.user());
    settings.put("database.password", postgres.password());
    settings.put("delivery.sessions", SESSIONS);
    settings.put("mail.smtp-url", server.url());
    Settings own = Settings.load(Optional.empty(), Map.of(), new HashMap<>(settings));
    modules = new Modules(own, new MemoryStorage(), keys -> {});
    modules.migrate();
  }

  @AfterEach
  void stop() {
    modules.close();
    server.close();
    postgres.close();
  }

  private ProgramUnderTest worker() throws IOException {
    int port = ProgramUnderTest.freePort();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ProgramUnderTest.java(), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dquaily.webapp=" + Path.of("src", "main", "webapp").toAbsolutePath()));
    command.addAll(List.of("-cp", classPath(), "com.quaily.Main", "serve", "--roles=worker"));
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    Path home = Files.createTempDirectory(directory, "process");
    command.addAll(List.of("-Dserver.port=" + port, "--data", home.toString()));
    return ProgramUnderTest.start(home, Map.of(), port, command);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A post of a channel with readers. */
  private Post post() throws SQLException {
    User user = modules.account().userService().create("ada@example.com", "Ada", Language.EN);
    Channel channel =
        modules
            .channel()
            .channelService()
            .create(user.id(), new ChannelInput("news", "News", "", "", "", "", "", Map.of()));
    Instant now = modules.clock().instant();
    Post post =
        modules
            .post()
            .postService()
            .upsert(
                new Caller(user.id(), Caller.Kind.SESSION, 1),
                channel,
                new PostInput(
                    "hello", "Hello", "", "Text.", "", now, null, null, "", "", null, null));
    execute(
        "insert into app_user (email) select 'reader-' || n || '@mail.example'"
            + " from generate_series(1, "
            + READERS
            + ") n");
    execute(
        "insert into subscription (user_id, channel_id, confirmed_at, created_at, updated_at)"
            + " select id, "
            + channel.id()
            + ", now(), now(), now() from app_user where email like 'reader-%'");
    return post;
  }

  private DeliveryTask task() throws SQLException {
    Post post = post();
    Instant now = modules.clock().instant();
    return modules
        .database()
        .dao(DeliveryTaskDao.class)
        .insert(
            new DeliveryTask(
                0,
                null,
                post.userId(),
                post.channelId(),
                post.id(),
                DeliveryState.SENDING,
                DeliveryNotice.NONE,
                "",
                List.of(DeliveryTask.EMAIL),
                null,
                now,
                null,
                now,
                now));
  }

  @Test
  void nobodyIsForgottenAndNobodyGetsAnEmailTwice() throws Exception {
    server.slowDown(20);
    DeliveryTask task = task();
    for (int i = 0; i < KILLS; i++) {
      int before = server.accepted().size();
      ProgramUnderTest worker = worker();
      Waiting.within(
          Duration.ofSeconds(90),
          "emails after start " + i,
          () -> server.accepted().size() > before + 150);
      worker.kill();
    }
    ProgramUnderTest last = worker();
    DeliveryTaskDao taskDao = modules.database().dao(DeliveryTaskDao.class);
    Waiting.within(
        Duration.ofSeconds(150),
        "the end",
        () -> taskDao.selectById(task.id()).orElseThrow().isFinished());
    last.kill();

    Map<String, Long> received =
        server.accepted().stream()
            .map(Accepted::recipient)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<DeliveryRecipient> rows =
        modules.database().dao(DeliveryRecipientDao.class).selectAfter(task.id(), 0, READERS * 2);
    assertEquals(READERS, rows.size());
    assertTrue(received.values().stream().allMatch(count -> count == 1), "somebody got two");
    List<DeliveryRecipient> uncertain =
        rows.stream().filter(row -> row.state() == MessageState.UNCERTAIN).toList();
    assertTrue(uncertain.size() <= KILLS * SESSIONS, "uncertain: " + uncertain.size());
    for (DeliveryRecipient row : rows) {
      if (row.state() == MessageState.SENT) {
        assertTrue(received.containsKey(row.email()), "not received: " + row);
      } else {
        assertEquals(MessageState.UNCERTAIN, row.state(), row::toString);
      }
    }
  }

  @Test
  void emailsToSingleReadersAreNeitherForgottenNorDoubled() throws Exception {
    server.slowDown(5);
    Post post = post();
    long mailing =
        modules
            .database()
            .dao(MailingDao.class)
            .ensure(
                post.channelId(), MailingKind.CORRECTION, "test", post.id(), "", post.createdAt());
    execute(
        "insert into mailing_recipient (mailing_id, user_id, due_at, created_at, updated_at)"
            + " select "
            + mailing
            + ", id, now(), now(), now() from app_user where email like 'reader-%'");
    for (int i = 0; i < 2; i++) {
      int before = server.accepted().size();
      ProgramUnderTest worker = worker();
      Waiting.within(
          Duration.ofSeconds(90),
          "emails after start " + i,
          () -> server.accepted().size() > before + 100);
      worker.kill();
    }
    ProgramUnderTest last = worker();
    MailingRecipientDao recipientDao = modules.database().dao(MailingRecipientDao.class);
    Waiting.within(
        Duration.ofSeconds(150),
        "the end",
        () ->
            recipientDao.count(mailing).stream()
                .allMatch(
                    count ->
                        count.state() == MessageState.SENT
                            || count.state() == MessageState.UNCERTAIN));
    last.kill();

    Map<String, Long> received =
        server.accepted().stream()
            .map(Accepted::recipient)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long sent = messages(recipientDao, mailing, MessageState.SENT);
    long uncertain = messages(recipientDao, mailing, MessageState.UNCERTAIN);
    assertTrue(received.values().stream().allMatch(count -> count == 1), "somebody got two");
    assertEquals(READERS, sent + uncertain);
    // One at a time is handed over by a worker.
    assertTrue(uncertain <= 2, "uncertain: " + uncertain);
    assertTrue(received.size() >= sent, received.size() + " received of " + sent);
  }

  private static long messages(MailingRecipientDao dao, long mailing, MessageState state) {
    return dao.count(mailing).stream()
        .filter(count -> count.state() == state)
        .mapToLong(MessageCount::messages)
        .sum();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = modules.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
