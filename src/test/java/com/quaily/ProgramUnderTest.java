package com.quaily;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a separate process that serves HTTP; its output is kept for failure messages. */
public final class ProgramUnderTest implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private ProgramUnderTest(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** A port that is free at the moment. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Starts the command.
   *
   * @param directory the working directory; contains the output
   * @param port the port that the program listens on
   */
  public static ProgramUnderTest start(
      Path directory, Map<String, String> environment, int port, List<String> command)
      throws IOException {
    Path output = directory.resolve("output.log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new ProgramUnderTest(builder.start(), output, port);
  }

  /** Asks for a path, waiting for the program to start if need be. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (ConnectException e) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("The program does not answer:\n" + output(), e);
        }
        Thread.sleep(50);
      }
    }
  }

  /** All that the program has written. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Tells the program to stop, as a service manager does; answers its exit status. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The program does not stop");
    }
    return process.exitValue();
  }

  /** Ends the program as a crash would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the program stops", e);
    }
  }
}
