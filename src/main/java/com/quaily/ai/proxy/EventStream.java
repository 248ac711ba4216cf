package com.quaily.ai.proxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads the data of server-sent events from a connection. Closes the connection when nothing has
 * arrived for too long, because Java's own time-out ends with the headers.
 */
final class EventStream implements AutoCloseable {

  /** Characters of all events together. */
  private static final long LARGEST = 16L << 20;

  private final InputStream connection;
  private final BufferedReader lines;
  private final ScheduledExecutorService timer;
  private final Duration silence;
  private ScheduledFuture<?> alarm;
  private volatile boolean silent;
  private long read;

  EventStream(InputStream connection, ScheduledExecutorService timer, Duration silence) {
    this.connection = connection;
    this.lines = new BufferedReader(new InputStreamReader(connection, StandardCharsets.UTF_8));
    this.timer = timer;
    this.silence = silence;
  }

  /**
   * The data of the next event; empty at the end of the stream.
   *
   * @throws IOException when the connection breaks, is silent for too long or sends too much
   */
  Optional<String> next() throws IOException {
    StringBuilder data = new StringBuilder();
    for (String line = line(); line != null; line = line()) {
      if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring("data:".length()).strip());
      } else if (line.isEmpty() && !data.isEmpty()) {
        return Optional.of(data.toString());
      }
    }
    return data.isEmpty() ? Optional.empty() : Optional.of(data.toString());
  }

  /**
   * What is left, as it stands.
   *
   * @param most characters after which the rest is left out
   */
  String rest(int most) throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String line = line(); line != null && rest.length() < most; line = line()) {
      rest.append(line).append('\n');
    }
    return rest.toString();
  }

  private String line() throws IOException {
    alarm = timer.schedule(this::tooSilent, silence.toMillis(), TimeUnit.MILLISECONDS);
    try {
      String line = lines.readLine();
      read += line == null ? 0 : line.length() + 1L;
      if (read > LARGEST) {
        throw new IOException("the answer is longer than " + LARGEST);
      }
      return line;
    } catch (IOException e) {
      throw silent ? new IOException("nothing arrived for " + silence, e) : e;
    } finally {
      alarm.cancel(false);
    }
  }

  private void tooSilent() {
    silent = true;
    close();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      // It was broken already.
    }
  }
}
