package com.quaily.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.config.Settings.StorageSettings;
import com.quaily.delivery.bounce.BounceWebhook;
import com.quaily.delivery.transport.HttpProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir Path directory;

  private Settings fromFile(String content) throws IOException {
    return fromFile(content, Map.of());
  }

  private Settings fromFile(String content, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(directory.resolve("quaily.conf"), content);
    return Settings.load(Optional.of(file), environment, Map.of());
  }

  private static Settings fromEnvironment(Map<String, String> environment) {
    return Settings.load(Optional.empty(), environment, Map.of());
  }

  private String mistake(String content) {
    return assertThrows(SettingsException.class, () -> fromFile(content)).getMessage();
  }

  private static String mistakeIn(String variable, String value) {
    return assertThrows(SettingsException.class, () -> fromEnvironment(Map.of(variable, value)))
        .getMessage();
  }

  @Test
  void withoutAFileTheDefaultsApply() {
    Settings underTest = fromEnvironment(Map.of());

    assertEquals(8080, underTest.server().port());
    assertTrue(underTest.database().isEmpty());
    assertEquals(Duration.ofSeconds(10), underTest.mail().timeout());
  }

  @Test
  void eachSourceOverridesThoseBeforeIt() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("a.conf"), "server { port = 1, host = a }, site.name = a");

    Settings underTest =
        Settings.load(
            Optional.of(file),
            Map.of("QUAILY_SERVER_PORT", "2", "QUAILY_SERVER_HOST", "b", "PATH", "/bin"),
            Map.of("server.port", 3));

    assertEquals(3, underTest.server().port());
    assertEquals("b", underTest.server().host());
    assertEquals("a", underTest.site().name());
  }

  @ParameterizedTest
  @CsvSource({
    "server.prot = 1, server.prot, server.port",
    "port = 1, port, server.port",
    "mail.smtp_url = x, mail.smtp_url, mail.smtp-url",
    "database { pool-sise = 3 }, database.pool-sise, database.pool-size",
    "sever.host = x, sever.host, server.host",
  })
  void anUnknownKeyIsNamedWithWhatMayBeMeant(String line, String key, String meant) {
    String message = mistake(line);

    assertTrue(message.contains("quaily.conf"), message);
    assertTrue(message.contains("“" + key + "”"), message);
    assertTrue(message.contains("did you mean “" + meant + "”"), message);
  }

  @Test
  void anUnknownSettingWithoutANearMatchHasNoSuggestion() {
    String message = mistake("weather = fine");

    assertTrue(message.contains("“weather”"), message);
    assertFalse(message.contains("did you mean"), message);
  }

  @Test
  void anUnknownVariableIsNamed() {
    assertTrue(mistakeIn("QUAILY_SERVER_PROT", "1").contains("QUAILY_SERVER_PROT"));
    assertTrue(mistakeIn("QUAILY_ROUTER_ROUTES", "/a").contains("QUAILY_ROUTER_ROUTES"));
  }

  @Test
  void variablesOfTheScriptsAreNotSettings() {
    fromEnvironment(Map.of("QUAILY_ROLES", "api", "QUAILY_LOG_LEVEL", "DEBUG"));
  }

  @Test
  void anUnknownOptionIsNamed() {
    SettingsException mistake =
        assertThrows(
            SettingsException.class,
            () -> Settings.load(Optional.empty(), Map.of(), Map.of("server.prot", "1")));

    assertTrue(mistake.getMessage().contains("did you mean “server.port”"));
  }

  @Test
  void listsAreSeparatedByCommasInTheEnvironmentAndInOptions() {
    Settings fromEnvironment =
        fromEnvironment(Map.of("QUAILY_ROUTER_SITE_HOSTS", "a.example, b.example,"));
    assertEquals(Set.of("a.example", "b.example"), fromEnvironment.routing().siteHosts());

    Settings fromOption =
        Settings.load(
            Optional.empty(), Map.of(), Map.of("server.trusted-proxies", "10.0.0.1,10.0.0.2"));
    assertEquals(Set.of("10.0.0.1", "10.0.0.2"), fromOption.server().trustedProxies());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.port = many | server.port",
        "server.port = 70000 | server.port",
        "server.port = [1] | server.port",
        "server.idle-timeout = soon | server.idle-timeout",
        "server.max-request-body = much | server.max-request-body",
        "database.pool-size = 0 | database.pool-size",
        "database.url = \"mysql://a/b\" | database.url",
        "storage.kind = tape | storage.kind",
        "storage.fsync = perhaps | storage.fsync",
        "mail.smtp-url = \"http://a\" | mail.smtp-url",
        "delivery.transports = [\"http://a\"] | delivery.transports",
        "delivery.transports = [\"provider://postmark\"] | delivery.transports",
        "delivery.ses.access-key = a | delivery.ses",
        "delivery.ses.endpoint = a | delivery.ses.endpoint",
        "delivery.providers = [{ name = a, url = \"http://a\", body { b = \"{{c}}\" } }] |"
            + " {{c}} is none of from",
        "delivery.providers = [{ name = a, url = \"http://a\", body {}, key = 1 }] | “key”",
        "delivery.providers = [{ name = a, url = \"http://a\", body {},"
            + " headers { b = \"{{subject}}\" } }] | {{subject}} cannot be in a header",
        "delivery.providers = [{ name = a, url = \"ftp://a\", body {} }] | url",
        "delivery.providers = [{ name = a, url = \"http://a\", format = form, body { b = [] } }] |"
            + " texts",
        "delivery { transports = [\"smtp://a:25\"], warm-ups = [{ transport = \"smtp://b:25\","
            + " start = \"2026-12-01\", first-day = 1, factor = 2, until = 9 }] } |"
            + " smtp://b:25 is not in delivery.transports",
        "delivery { transports = [\"smtp://u:p@a:25\"], warm-ups = [{ transport = \"smtp://a:25\","
            + " start = \"2026-12-01\", first-day = 1, factor = 1, until = 9 }] } | factor",
        "delivery { transports = [\"smtp://a:25\"], warm-ups = [{ transport = \"smtp://a:25\","
            + " start = soon, first-day = 1, factor = 2, until = 9 }] } | delivery.warm-ups",
        "delivery.bounces.sns-topic = \"arn:aws:sns:eu-west-1:1:a\" | delivery.bounces.address",
        "delivery.bounces { address = \"b@a.example\", sns-topic = bounces } |"
            + " delivery.bounces.sns-topic",
        "delivery.bounces { address = \"b@a.example\", webhooks = [{ name = ses,"
            + " secret = abcdefgh, signature = a, type = \"/t\" }] } | the name ses is taken",
        "delivery.bounces { address = \"b@a.example\", webhooks = [{ name = a,"
            + " secret = abcdefgh, signature = a, type = t }] } | JSON pointer",
        "delivery.bounces { address = \"b@a.example\", webhooks = [{ name = a,"
            + " secret = short, signature = a, type = \"/t\" }] } | 8 characters",
        "challenge.provider = riddle | challenge.provider",
        "challenge.provider = turnstile | challenge.turnstile",
        "challenge { provider = proof-of-work, proof-of-work.difficulty = 0 } |"
            + " challenge.proof-of-work.difficulty",
        "login.google.client-id = x | login.google",
        "login.google { client-id = x, client-secret = y, token-url = z } | login.google.token-url",
        "unsplash.access-key = \"a b\" | unsplash.access-key",
        "unsplash.api-url = \"https://api.unsplash.com/v1\" | unsplash.api-url",
        "site.base-url = \"https://a.example/blog\" | site.base-url",
        "site.base-url = \"a.example\" | site.base-url",
        "server.tls.certificate = a | server.tls",
        "router.site-hosts = one | router.site-hosts",
        "router.api-upstream = \"not a url\" | router.api-upstream",
        "storage { kind = s3, s3.bucket = \"\" } | storage.s3",
      })
  void aValueOfTheWrongKindIsNamed(String line, String path) {
    String message = mistake(line);

    assertTrue(message.contains(path), message);
  }

  @Test
  void theDescriptionsOfProvidersInTheHandbookAreValid() throws IOException {
    String handbook = Files.readString(Path.of("docs/operator.md"));
    int start = handbook.indexOf("delivery.transports = [\"provider://postmark\"]");
    String example = handbook.substring(start, handbook.indexOf("```", start));

    Settings underTest = fromFile(example.replaceAll("\\$\\{[A-Z_]+}", "x"));

    assertEquals(
        List.of("postmark", "mailgun", "resend"),
        underTest.delivery().transport().providers().stream().map(HttpProvider::name).toList());
  }

  @Test
  void theDescriptionsOfReportsInTheHandbookAreValid() throws IOException {
    String handbook = Files.readString(Path.of("docs/operator.md"));
    int start = handbook.indexOf("delivery.bounces.webhooks = [");
    String example = handbook.substring(start, handbook.indexOf("```", start));

    Settings underTest =
        fromFile(
            "delivery.bounces.address = \"bounces@a.example\"\n"
                + example.replaceAll("\\$\\{[A-Z_]+}", "xxxxxxxx"));

    assertEquals(
        List.of("mailgun", "resend", "postmark"),
        underTest.delivery().sender().bounces().orElseThrow().webhooks().stream()
            .map(BounceWebhook::name)
            .toList());
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    Path missing = directory.resolve("missing.conf");

    SettingsException mistake =
        assertThrows(
            SettingsException.class, () -> Settings.load(Optional.of(missing), Map.of(), Map.of()));

    assertTrue(mistake.getMessage().contains("missing.conf"));
    assertTrue(mistake("server { port = ").contains("quaily.conf"));
  }

  @Test
  void aFileMayReferToItsOwnValues() throws IOException {
    Settings underTest =
        fromFile("site.name = Letters\nmail.from = ${site.name}\" <a@b.example>\"");

    assertEquals("Letters <a@b.example>", underTest.mail().from());
  }

  @Test
  void theRouteTableIsPrinted() {
    Settings underTest = fromEnvironment(Map.of());

    assertTrue(underTest.services().contains("front: StaticSite[mount=]"));
    assertEquals("/api/* to api, also on custom domains", underTest.routes().get(0));
    assertTrue(underTest.routes().contains("/explore/* to front"));
  }

  @Test
  void secretsAreNeverShown() throws IOException {
    Settings underTest =
        fromFile(
            """
            database { url = "jdbc:postgresql://h/d", user = u, password = hush1 }
            storage { kind = s3, s3 { bucket = b, access-key = key, secret-key = hush2 } }
            mail.smtp-url = "smtp://user:hush3@mail.example:587"
            unsplash.access-key = hush4
            """);

    assertTrue(underTest.storage() instanceof StorageSettings.Bucket);
    String shown =
        String.join(
            "\n",
            List.of(
                underTest.toString(),
                underTest.database().orElseThrow().toString(),
                underTest.storage().toString(),
                underTest.mail().toString(),
                underTest.unsplash().orElseThrow().toString()));
    assertFalse(shown.contains("hush"), shown);
  }
}
