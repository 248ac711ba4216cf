package com.quaily.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for random pages at a steady rate, whatever the answers take: a request that begins late,
 * because the answer before it did not come, counts from when it should have begun. Prints the
 * latencies in microseconds.
 *
 * <p>Arguments: address up to the page's number, what follows it, pages, requests a second,
 * seconds, and a bearer token, if any.
 */
public final class SteadyLoad {

  private static final int CONNECTIONS = 32;
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private final URI base;
  private final String ending;
  private final String token;
  private final int pages;
  private final long interval;
  private final long end;

  private SteadyLoad(String[] arguments, int seconds) {
    base = URI.create(arguments[0]);
    ending = arguments[1];
    pages = Integer.parseInt(arguments[2]);
    token = arguments.length > 5 ? arguments[5] : "";
    interval = CONNECTIONS * 1_000_000_000L / Integer.parseInt(arguments[3]);
    end = System.nanoTime() + seconds * 1_000_000_000L;
  }

  public static void main(String[] arguments) throws Exception {
    new SteadyLoad(arguments, 3).run();
    long[] latencies = new SteadyLoad(arguments, Integer.parseInt(arguments[4])).run();
    System.out.printf(
        Locale.ROOT,
        "STEADY requests %d p50 %d p99 %d p999 %d%n",
        latencies.length,
        at(latencies, 0.5),
        at(latencies, 0.99),
        at(latencies, 0.999));
  }

  private static long at(long[] sorted, double share) {
    return sorted[(int) ((sorted.length - 1) * share)] / 1000;
  }

  private long[] run() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<long[]>> results = new ArrayList<>();
      long begin = System.nanoTime();
      for (int i = 0; i < CONNECTIONS; i++) {
        long first = begin + interval * i / CONNECTIONS;
        Random random = new Random(i);
        Callable<long[]> connection = () -> ask(first, random);
        results.add(threads.submit(connection));
      }
      long[] all = new long[0];
      for (Future<long[]> result : results) {
        long[] some = result.get();
        int before = all.length;
        all = Arrays.copyOf(all, before + some.length);
        System.arraycopy(some, 0, all, before, some.length);
      }
      Arrays.sort(all);
      return all;
    } finally {
      threads.shutdown();
    }
  }

  private long[] ask(long first, Random random) throws IOException {
    long[] latencies = new long[(int) ((end - first) / interval) + 2];
    int count = 0;
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
      OutputStream out = socket.getOutputStream();
      for (long planned = first; planned < end; planned += interval) {
        long begin = waitFor(planned);
        out.write(request(random.nextInt(pages) + 1));
        readAnswer(in);
        latencies[count++] = System.nanoTime() - begin;
      }
    }
    return Arrays.copyOf(latencies, count);
  }

  /** When the request begins: the wake-up after a wait, else the moment that was missed. */
  private static long waitFor(long planned) {
    if (System.nanoTime() >= planned) {
      return planned;
    }
    long now = System.nanoTime();
    while (now < planned) {
      LockSupport.parkNanos(planned - now);
      now = System.nanoTime();
    }
    return now;
  }

  private byte[] request(int page) {
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    String text =
        "GET "
            + base.getPath()
            + query
            + page
            + ending
            + " HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token)
            + "\r\nAccept-Encoding: gzip\r\n\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = readLine(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("unexpected answer: " + status);
    }
    long length = -1;
    boolean chunked = false;
    String line = readLine(in);
    while (!line.isEmpty()) {
      chunked |= line.equalsIgnoreCase(CHUNKED);
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Long.parseLong(line.substring(LENGTH.length()).strip());
      }
      line = readLine(in);
    }
    if (chunked) {
      skipChunks(in);
    } else if (length < 0) {
      throw new IOException("an answer without length");
    } else {
      in.skipNBytes(length);
    }
  }

  private static void skipChunks(InputStream in) throws IOException {
    int size;
    do {
      size = Integer.parseInt(readLine(in), 16);
      in.skipNBytes(size);
      readLine(in);
    } while (size > 0);
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '\n') {
      if (c != '\r') {
        line.append((char) c);
      }
      c = in.read();
    }
    if (c < 0) {
      throw new IOException("the connection was closed");
    }
    return line.toString();
  }
}
