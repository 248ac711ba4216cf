package com.quaily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a temporary database and directory. */
class CommandsTest {

  private static final Path CORPORA = Path.of("src", "test", "resources", "import");

  @TempDir Path data;

  private final TestDatabase database = TestInstance.migratedDatabase();
  private final PrintStream realOutput = System.out;
  private final PrintStream realErrors = System.err;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
  }

  @AfterEach
  void release() {
    System.setOut(realOutput);
    System.setErr(realErrors);
  }

  private int run(String... arguments) {
    output.reset();
    return runWith(database.jdbcUrl(), arguments);
  }

  private int runWith(String url, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--data",
            data.toString(),
            "-Ddatabase.url=" + url,
            "-Ddatabase.user=" + database.user(),
            "-Ddatabase.password=" + database.password()));
    return QuailyCommand.execute(all.toArray(String[]::new));
  }

  private String said() {
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aProcessWithAnotherAddressRefusesWithBothValues() {
    createChannel();
    assertEquals(1, run("render", "-Dsite.base-url=https://other.example"));
    assertTrue(said().contains("site.base-url is https://other.example here"), said());
    assertTrue(said().contains("made with http://127.0.0.1:8080"), said());
    assertEquals(1, run("render", "-Dsite.name=Other"));
    assertTrue(said().contains("site.name is Other here"), said());
    assertEquals(0, run("render"), this::said);
  }

  @Test
  void theAddressOfTheWholeSiteCanBeChanged() throws IOException {
    createChannel();
    assertEquals(0, run("render", "--adopt", "-Dsite.base-url=https://other.example"), this::said);
    String page = Files.readString(data.resolve("storage/pages/notes/index.html"));
    assertTrue(page.contains("https://other.example/notes"), page);
    assertEquals(1, run("render"), "the old address is refused from now on");
  }

  @Test
  void commandsBesideADemoUseItsConfiguration() throws IOException {
    DemoFiles.write(data, 18083, "http://127.0.0.1:18083");
    createChannel();
    assertEquals(0, run("render"), this::said);
    String page = Files.readString(data.resolve("storage/pages/notes/index.html"));
    assertTrue(page.contains("http://127.0.0.1:18083/notes"), page);
  }

  @Test
  void aStartWithoutItsPortSaysSoAndTouchesNothing() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Path untouched = data.resolve("untouched");
      int port = taken.getLocalPort();
      int code = QuailyCommand.execute("demo", "--port", "" + port, "--data", untouched.toString());
      assertEquals(1, code);
      assertTrue(
          said().contains("port " + port + " is in use, choose another with --port"), said());
      assertFalse(Files.exists(untouched));
    }
  }

  @Test
  void theVersionNamesCommitAndJava() {
    assertEquals(0, QuailyCommand.execute("version"));
    assertTrue(
        said().matches("(?s)quaily   \\S+\ncommit   \\S+\nbuilt    \\S+\njava     .*\n"), said());
  }

  @Test
  void jobsAreListedRunAtOnceAndDropped() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
            consecutive_failures)
          values ('mail', 'one', '2030-01-01', false, 1, 3), ('mail', 'two', '2031-01-01', false, 1, 0),
            ('mail', 'busy', now(), true, 1, 0)
          """);
    }
    assertEquals(0, run("jobs", "list", "--failed"), this::said);
    assertTrue(said().contains("failed\tmail\tone\t2030-01-01T00:00:00Z\t3\n"), said());
    assertFalse(said().contains("two"), said());
    assertEquals(0, run("jobs", "retry", "--failed"), this::said);
    assertTrue(said().contains("jobs that run now: 1"), said());
    assertEquals(0, run("jobs", "retry", "mail", "two"), this::said);
    assertEquals(0, run("jobs", "list"), this::said);
    assertFalse(said().contains("2030"), said());
    assertFalse(said().contains("2031"), said());
    assertEquals(0, run("jobs", "drop", "mail", "one"), this::said);
    assertEquals(1, run("jobs", "drop", "mail", "one"), this::said);
    assertEquals(1, run("jobs", "drop", "mail", "busy"), this::said);
    assertTrue(said().contains("no job mail busy waits"), said());
    assertEquals(2, run("jobs", "drop", "notices", "recurring"), this::said);
    assertEquals(2, run("jobs", "retry"), this::said);
  }

  @Test
  void aNoticeOfAScriptArrives() throws IOException {
    try (RemoteStub telegram = new RemoteStub()) {
      telegram.answer("/bot1:a/sendMessage", 200, "{\"ok\":true}");
      assertEquals(0, send(telegram, database.jdbcUrl()), this::said);
      assertTrue(telegram.last().body().contains("Backup FAILED"), telegram.last().body());
      assertTrue(telegram.last().body().contains("the disk is full"), telegram.last().body());
      assertEquals(0, send(telegram, "jdbc:postgresql://127.0.0.1:1/none"), this::said);
      assertEquals(2, telegram.count());
      assertTrue(said().contains("telegram: accepted"), said());
    }
  }

  private int send(RemoteStub telegram, String url) {
    InputStream real = System.in;
    System.setIn(new ByteArrayInputStream("the disk is full".getBytes(StandardCharsets.UTF_8)));
    try {
      output.reset();
      return runWith(
          url,
          "notice",
          "send",
          "--level",
          "alert",
          "--subject",
          "Backup FAILED",
          "-Dnotices.telegram.token=1:a",
          "-Dnotices.telegram.chat=7",
          "-Dnotices.telegram.api-url=" + telegram.uri(""));
    } finally {
      System.setIn(real);
    }
  }

  @Test
  void aTestOfNoticesTellsWhatEachServiceAnswered() {
    try (RemoteStub services = new RemoteStub()) {
      services.answer(
          "/bot1:a/sendMessage", 401, "{\"ok\":false,\"description\":\"Unauthorized\"}");
      services.answer("/hook", 204, "");
      int code =
          run(
              "notice",
              "test",
              "-Dnotices.telegram.token=1:a",
              "-Dnotices.telegram.chat=7",
              "-Dnotices.telegram.api-url=" + services.uri(""),
              "-Dnotices.webhook-url=" + services.uri("/hook"));
      assertEquals(1, code);
      assertTrue(said().contains("telegram: 401 Unauthorized\nwebhook: accepted\n"), said());
    }
    assertEquals(1, run("notice", "test"), this::said);
    assertTrue(said().contains("no transport for notices is configured"), said());
  }

  @Test
  void theDoctorFindsNoFaultInASoundInstance() throws IOException {
    assertEquals(0, run("doctor", "-Dserver.port=0"), this::said);
    assertTrue(said().contains("OK       storage"), said());
    assertTrue(said().contains("OK       database     PostgreSQL"), said());
    assertEquals(0, run("doctor", "--json", "-Dserver.port=0"), this::said);
    JsonNode findings = new ObjectMapper().readTree(said());
    assertEquals("java", findings.get(0).get("part").asText());
    assertEquals("OK", findings.get(0).get("level").asText());
  }

  @Test
  void theDoctorNamesAFaultAndWhatToDo() {
    String nowhere = "jdbc:postgresql://127.0.0.1:1/none";
    assertEquals(1, runWith(nowhere, "doctor", "-Dserver.port=0"), this::said);
    assertTrue(said().contains("FAULT    database"), said());
    assertTrue(said().contains("→ start it, or correct database.url"), said());
  }

  private void createChannel() {
    assertEquals(0, run("user", "create", "ada@example.com", "--name", "Ada"), this::said);
    assertEquals(
        0,
        run("channel", "create", "notes", "--owner", "ada@example.com", "--title", "Notes"),
        this::said);
  }

  /** The stored pages and sites with the moment they were written. */
  private Map<String, String> stored() throws IOException {
    Map<String, String> stored = new TreeMap<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = data.relativize(file).toString().replace('\\', '/');
        if (name.contains("pages/") || name.contains("sites/")) {
          stored.put(name, Files.getLastModifiedTime(file).toString());
        }
      }
    }
    return stored;
  }

  @Test
  void createAUserWithAKeyAndALink() {
    assertEquals(0, run("user", "create", "ada@example.com", "--name", "Ada"), this::said);
    assertTrue(said().contains("ada@example.com Ada"), said());
    assertEquals(0, run("user", "api-key", "ada@example.com"));
    assertTrue(said().strip().length() > 30, said());
    assertEquals(0, run("user", "login-link", "ada@example.com"));
    assertTrue(said().contains("/dashboard/login?link="), said());
  }

  @Test
  void registerApplications() {
    assertEquals(0, run("user", "create", "ada@example.com"), this::said);
    String[] create = {
      "app", "create", "Reading room", "--owner", "ada@example.com", "--redirect-uri"
    };
    assertEquals(0, run(with(create, "https://reading.example/callback")), this::said);
    assertTrue(
        said().matches("(?s).*client_id [0-9a-f-]{36}\\s+client_secret \\S{43}\\s*"), said());
    output.reset();
    assertEquals(0, run(with(create, "reading:/callback", "--public")), this::said);
    assertTrue(said().contains("client_id "), said());
    assertFalse(said().contains("client_secret"), said());
    assertEquals(1, run(with(create, "/no/host")), this::said);
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void reportErrorsInOneLine() {
    assertEquals(1, run("user", "api-key", "nobody@example.com"));
    assertEquals(1, said().lines().count(), said());
    assertEquals(1, run("render", "no-such-channel"));
    assertEquals(1, said().lines().filter(line -> line.startsWith("quaily: ")).count(), said());
    assertEquals(2, run("channel", "create", "notes"));
    output.reset();
    assertEquals(1, runWith("jdbc:postgresql://127.0.0.1:1/none", "fsck"));
    assertTrue(said().contains("database cannot be reached"), said());
    assertFalse(said().contains("\tat "), said());
  }

  @Test
  void importsAreRepeatable() throws IOException {
    createChannel();
    for (String corpus : List.of("obsidian", "hugo", "jekyll")) {
      String[] command = {
        "import", "markdown", CORPORA.resolve(corpus).toString(), "--channel", "notes", "--publish"
      };
      run(command);
      Map<String, String> first = stored();
      assertTrue(first.keySet().stream().anyMatch(key -> key.contains("/notes/p/")), this::said);
      run(command);
      assertEquals(first, stored());
    }
    assertEquals(0, run("fsck"), this::said);
  }

  @Test
  void aTrialOfAnImportReportsWhatTheImportDoes(@TempDir Path notes) throws IOException {
    createChannel();
    String secret = "The ninth heron of the morning carries the only key to the old lighthouse. ";
    Files.writeString(notes.resolve("plain.md"), "Text");
    Files.writeString(notes.resolve("future.md"), "---\ndate: 2999-01-01\n---\nText");
    Files.writeString(notes.resolve("private.md"), "---\nstatus: Private\n---\nText");
    Files.writeString(
        notes.resolve("leak.md"),
        "---\nsummary: \"" + secret + "\"\n---\nFree.\n\n<!--paywall-->\n\n" + secret + secret);
    Files.writeString(notes.resolve("theme.md"), "---\ntheme: " + "x".repeat(500) + "\n---\nText");
    Files.writeString(notes.resolve("picture.md"), "![a](broken.png)");
    Files.write(
        notes.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    String[] real = {"import", "markdown", notes.toString(), "--channel", "notes", "--publish"};
    String[] trial = Arrays.copyOf(real, real.length + 1);
    trial[real.length] = "--dry-run";

    assertEquals(1, run(trial), this::said);
    List<String> expected = rows();
    assertEquals(1, run(real), this::said);

    assertEquals(expected, rows());
    assertEquals(
        List.of(
            "created plain.md",
            "draft future.md",
            "draft private.md",
            "failed leak.md",
            "failed picture.md",
            "failed theme.md"),
        expected.stream()
            .map(row -> row.replaceFirst("^(\\w+) +(\\S+).*", "$1 $2"))
            .sorted()
            .toList());
  }

  /** The rows of the report. */
  private List<String> rows() {
    return said()
        .lines()
        .filter(line -> line.matches("(created|draft|failed|skipped) .*"))
        .toList();
  }

  @Test
  void renderingAgainWritesNothing() throws IOException {
    createChannel();
    run(
        "import",
        "markdown",
        CORPORA.resolve("hugo").toString(),
        "--channel",
        "notes",
        "--publish");
    Map<String, String> before = stored();
    assertEquals(0, run("render", "--renumber"), this::said);
    assertEquals(before, stored());
  }

  @Test
  void deliveriesAreListed() {
    assertEquals(0, run("deliveries"), this::said);
    assertTrue(said().contains("uncertain"), this::said);
  }

  @Test
  void domainsOfADeliveryThatDoesNotExistAreAnError() {
    assertEquals(1, run("deliveries", "--domains", "7"), this::said);
    assertTrue(said().contains("there is no delivery 7"), this::said);
  }

  @Test
  void aMailingThatIsNotPausedCannotBeResumed() {
    assertEquals(1, run("deliveries", "--resume-mailing", "7"), this::said);
    assertTrue(said().contains("there is no paused mailing 7"), this::said);
  }

  @Test
  void fsckReportsInconsistenciesAndRepairsThem() throws IOException {
    createChannel();
    Path page;
    try (Stream<Path> files = Files.walk(data)) {
      page = files.filter(file -> file.endsWith("notes/index.html")).findFirst().orElseThrow();
    }
    Files.delete(page);
    assertEquals(1, run("fsck"));
    assertTrue(said().contains("missing\tpages/notes/index.html"), said());
    assertEquals(0, run("fsck", "--repair"), this::said);
    assertTrue(Files.exists(page));
    assertEquals(0, run("fsck"), this::said);
  }

  @Test
  void theOperatorsSiteStaysWhenTheBuiltInOneIsPublished(@TempDir Path site) throws IOException {
    Files.writeString(site.resolve("index.html"), "<h1>Ours</h1>");
    assertEquals(0, run("site", "publish", "portal", site.toString()), this::said);
    assertTrue(said().contains("files changed: 1"), said());
    Map<String, String> before = stored();
    Files.delete(onlyFile("sites/portal/index.html"));
    assertEquals(1, run("fsck", "--repair"));
    assertTrue(said().contains("quaily site publish portal DIR"), said());
    assertEquals(0, run("site", "publish", "portal", site.toString()));
    assertEquals(0, run("fsck"), this::said);
    assertTrue(stored().keySet().containsAll(before.keySet()));
    assertEquals("<h1>Ours</h1>", Files.readString(onlyFile("sites/portal/index.html")));
    assertEquals(2, run("site", "publish", "portal", "no-such-directory"));
  }

  private Path onlyFile(String end) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(file -> file.endsWith(end)).findFirst().orElseThrow();
    }
  }
}
