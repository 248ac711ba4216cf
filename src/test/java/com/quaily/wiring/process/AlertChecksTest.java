package com.quaily.wiring.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.config.Settings;
import com.quaily.dao.AiProxyDao;
import com.quaily.metrics.RequestMeters;
import com.quaily.notice.AlertCheck;
import com.quaily.notice.AlertCheck.Fault;
import com.quaily.testing.MemoryStorage;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.wiring.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertChecksTest {

  /** Valid from 2026-01-01 to 2026-04-01. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBSzCB8aADAgECAggY+TRpjOFoAzAKBggqhkjOPQQDAjAaMRgwFgYDVQQDEw9s
      ZXR0ZXJzLmV4YW1wbGUwHhcNMjYwMTAxMDAwMDAwWhcNMjYwNDAxMDAwMDAwWjAa
      MRgwFgYDVQQDEw9sZXR0ZXJzLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMB
      BwNCAASCAmVG8Jk6uyYj463BqzgMGZS7AhXTVZiBRGsM5orhW2PcQn6gjvI/T7Xk
      O6/32Y6lcckuwr5kOFma5xR0UY7poyEwHzAdBgNVHQ4EFgQUAJssY4YEO0RhQyMw
      OTZGPM9nttQwCgYIKoZIzj0EAwIDSQAwRgIhAN5X4F780OPenjtcbjiA6FS3FQhX
      IKVwv+5BRey7kWkOAiEAmnCn0SEd+ZVd/kbtie/5DxBgEdBkgPkqHcTBYVYQ69w=
      -----END CERTIFICATE-----
      """;

  @TempDir Path data;

  private final TestDatabase database = TestInstance.migratedDatabase();
  private final RequestMeters requests = new RequestMeters();
  private boolean storage = true;
  private Optional<Clock> clock = Optional.empty();
  private Modules modules;

  @AfterEach
  void close() {
    if (modules != null) {
      modules.close();
      modules = null;
    }
  }

  private List<AlertCheck> checks(Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("data", data.toString());
    settings.put("database.url", database.jdbcUrl());
    settings.put("database.user", database.user());
    settings.put("database.password", database.password());
    settings.put("notices.least-room", 0);
    settings.putAll(own);
    Settings loaded = Settings.load(Optional.empty(), Map.of(), settings);
    close();
    modules = new Modules(loaded, new MemoryStorage(), keys -> {});
    return new AlertChecks(
            loaded,
            modules.database(),
            modules.ai().report(),
            requests,
            () -> storage,
            clock.orElse(modules.clock()))
        .all();
  }

  private static List<String> subjects(List<AlertCheck> checks) {
    return checks.stream()
        .flatMap(check -> check.look().get().stream())
        .map(Fault::subject)
        .toList();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void assertOne(String expected, List<String> subjects) {
    assertEquals(1, subjects.size(), subjects.toString());
    assertTrue(subjects.get(0).contains(expected), subjects.toString());
  }

  @Test
  void aSoundInstanceHasNoFaults() throws SQLException {
    execute(
        "insert into page_change (channel_id, post_id, slugs, tags, list_pages, created_at)"
            + " values (1, 1, '{}', '{}', '{}', now())");
    assertEquals(List.of(), subjects(checks(Map.of())));
  }

  @Test
  void pagesThatWaitForMinutesAreAFault() throws SQLException {
    execute(
        "insert into page_change (channel_id, post_id, slugs, tags, list_pages, created_at)"
            + " values (1, 1, '{}', '{}', '{}', now() - interval '7 minutes')");
    assertOne("the oldest for 7 minutes", subjects(checks(Map.of())));
  }

  @Test
  void aJobThatFailedFiveTimesIsAFault() throws SQLException {
    execute(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
          consecutive_failures)
        values ('mail', '1', now(), false, 1, 5), ('mail', '2', now(), false, 1, 9),
          ('render', '1', now(), false, 1, 4)
        """);
    assertOne("The job mail fails again and again", subjects(checks(Map.of())));
  }

  @Test
  void aDeliveryThatWaitsForSomebodyIsAFault() throws SQLException {
    execute(
        """
        insert into app_user (email) values ('ada@mail.example');
        insert into channel (slug, title, user_id, created_at, updated_at)
        select 'letters', 'Letters', id, now(), now() from app_user;
        insert into post (channel_id, user_id, slug, created_at, updated_at)
        select id, user_id, 'hello', now(), now() from channel;
        insert into delivery_task (user_id, channel_id, post_id, state, notice, targets,
          created_at, updated_at)
        select p.user_id, p.channel_id, p.id, n.state, n.notice, '{email}', now(), now()
        from post p, (values ('PAUSED', 'BOUNCES'), ('PAUSED', 'BY_WRITER'), ('SENDING', 'NONE'),
          ('SENDING', 'BOUNCES')) n (state, notice)
        """);
    assertOne("waits: bounces", subjects(checks(Map.of())));
  }

  @Test
  void anAiProxyThatRefusesOurKeyIsAFaultAndOneThatRestsIsNone() throws SQLException {
    execute(
        """
        insert into ai_proxy (name, cool_until, rate_hits, reason, updated_at)
        values ('large', now(), 0, 'AUTH: the key is wrong', now() - interval '1 hour'),
          ('small', now() + interval '1 minute', 1, 'RATE: slow down', now()),
          ('gone', now() + interval '1 hour', 0, 'AUTH: of old', now())
        """);
    List<AlertCheck> checks = checks(Map.of("ai.proxies", List.of(proxy("large"), proxy("small"))));
    List<Fault> faults = checks.stream().flatMap(check -> check.look().get().stream()).toList();
    assertEquals(
        List.of("The AI proxy large gets no tasks"), faults.stream().map(Fault::subject).toList());
    assertTrue(faults.get(0).text().startsWith("AUTH: the key is wrong"), faults.toString());
    modules.database().dao(AiProxyDao.class).succeeded("large", Instant.now().plusSeconds(60));
    assertEquals(List.of(), subjects(checks));
  }

  private static Map<String, Object> proxy(String name) {
    return Map.of("name", name, "kind", "openai", "model", "m", "class", "small", "key", "k");
  }

  @Test
  void storageThatCannotBeReachedIsAFault() {
    storage = false;
    assertOne("cannot reach storage", subjects(checks(Map.of())));
  }

  @Test
  void aDiskThatIsNearlyFullIsAFault() {
    assertOne("The disk of " + data, subjects(checks(Map.of("notices.least-room", 99))));
  }

  /** What is said of the certificate at a time. */
  private List<String> certificateFaults(String file, String time) {
    clock = Optional.of(Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    Map<String, Object> settings =
        Map.of(
            "server.tls.certificate",
            data.resolve(file).toString(),
            "server.tls.key",
            data.resolve("key.pem").toString());
    return subjects(
        checks(settings).stream()
            .filter(check -> check.prefix().startsWith("certificate"))
            .toList());
  }

  @Test
  void aCertificateThatEndsWithinTwoWeeksIsAFault() throws IOException {
    Files.writeString(data.resolve("certificate.pem"), CERTIFICATE);
    assertEquals(List.of(), certificateFaults("certificate.pem", "2026-03-17T23:59:59Z"));
    assertOne(
        "ends at 2026-04-01T00:00:00Z",
        certificateFaults("certificate.pem", "2026-03-18T00:00:00Z"));
    assertOne(
        "ends at 2026-04-01T00:00:00Z",
        certificateFaults("certificate.pem", "2026-05-01T00:00:00Z"));
  }

  @Test
  void aCertificateThatIsMissingOrDamagedIsAFault() throws IOException {
    assertOne("cannot be read", certificateFaults("none.pem", "2026-02-01T00:00:00Z"));
    Files.writeString(data.resolve("empty.pem"), "");
    assertOne("cannot be read", certificateFaults("empty.pem", "2026-02-01T00:00:00Z"));
    Files.writeString(data.resolve("damaged.pem"), CERTIFICATE.replace("MIIBSzCB8aADAgEC", ""));
    assertOne("cannot be read", certificateFaults("damaged.pem", "2026-02-01T00:00:00Z"));
  }

  @Test
  void errorsAreAFaultWhenThereAreMany() {
    List<AlertCheck> checks = checks(Map.of());
    assertEquals(List.of(), subjects(checks));
    for (int request = 0; request < 20; request++) {
      requests.answered("GET", "pages", 500, 1);
    }
    assertOne("answers with errors: 20 of 20", subjects(checks));
  }

  @Test
  void aBackupThatIsMissingOrOldIsAFault() throws Exception {
    Path file = data.resolve("quaily_backup.prom");
    List<AlertCheck> checks = checks(Map.of("notices.backup-file", file.toString()));
    assertOne("There is no backup of the last 30 hours", subjects(checks));
    Files.writeString(file, "");
    assertEquals(List.of(), subjects(checks));
    Instant old = Instant.now().minus(Duration.ofHours(31));
    Files.setLastModifiedTime(file, FileTime.from(old));
    assertOne("There is no backup", subjects(checks));
  }
}
