package com.quaily.testing;

import com.quaily.storage.S3Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real S3 server (S3Proxy) in a separate process, on a free loopback port. It can be restarted on
 * the same port with the same objects, and ends with this JVM. The build puts its jar into {@code
 * target/s3proxy}.
 */
public final class S3Server implements AutoCloseable {

  private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");
  private static final String ACCESS_KEY = "test-access";
  private static final String SECRET_KEY = "test-secret";
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final Path directory;
  private final int port;
  private final Thread killer = new Thread(this::kill, "s3-server-killer");
  private Process process;

  private S3Server(Path directory, int port) {
    this.directory = directory;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /**
   * A running server.
   *
   * @param directory an empty one, where it may put its objects, settings and log
   */
  public static S3Server startIn(Path directory) {
    S3Server server = new S3Server(directory, freePort());
    server.start();
    return server;
  }

  /** Starts it again after {@link #stop}; returns when it answers. */
  public void start() {
    try {
      Path objects = Files.createDirectories(directory.resolve("objects"));
      Path settings = Files.writeString(directory.resolve("s3proxy.conf"), settingsFile(objects));
      process =
          new ProcessBuilder(command(settings))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      awaitReady();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops it as a crash would, with everything that is under way. */
  public void stop() {
    kill();
    try {
      process.waitFor(2, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(killer);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The name of a new empty bucket. The server keeps each one as a directory. */
  public String newBucket() {
    String name = "bucket-" + UUID.randomUUID();
    try {
      Files.createDirectory(directory.resolve("objects").resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return name;
  }

  /** How to reach one of its buckets, with time-outs that suit tests. */
  public S3Settings settings(String bucket) {
    return settings(bucket, "");
  }

  /** The same with a prefix before every key; empty, or ends with a slash. */
  public S3Settings settings(String bucket, String prefix) {
    return new S3Settings(
        endpoint(),
        "us-east-1",
        bucket,
        prefix,
        ACCESS_KEY,
        SECRET_KEY,
        true,
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        2);
  }

  private List<String> command(Path settings) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        JAR.toAbsolutePath().toString(),
        "org.gaul.s3proxy.Main",
        "--properties",
        settings.toString());
  }

  private String settingsFile(Path objects) {
    return String.join(
        "\n",
        "s3proxy.endpoint=" + endpoint(),
        "s3proxy.authorization=aws-v2-or-v4",
        "s3proxy.identity=" + ACCESS_KEY,
        "s3proxy.credential=" + SECRET_KEY,
        "jclouds.provider=filesystem-nio2",
        "jclouds.filesystem.basedir=" + objects.toAbsolutePath(),
        "");
  }

  private void awaitReady() throws IOException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        kill();
        throw new IOException("The S3 server did not start:\n" + Files.readString(log()));
      }
      pause();
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) endpoint().resolve("/healthz").toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private Path log() {
    return directory.resolve("s3proxy.log");
  }

  private void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
