package com.quaily.bench;

import com.quaily.testing.RawConnection;
import com.quaily.testing.RawConnection.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures through the API of a running instance what should not depend on how large it has grown.
 * Prints one line of names and medians in milliseconds.
 *
 * <p>Arguments: the port, the channel's slug, a token of its owner, how often each call is made,
 * the number of its members, and how many missing pages are asked for.
 */
public final class GrowthBench {

  private static final long PATIENCE = 60_000_000_000L;

  private final int port;
  private final String token;
  private final int rounds;
  private String slug;
  private RawConnection connection;

  private GrowthBench(String[] arguments) throws IOException {
    port = Integer.parseInt(arguments[0]);
    slug = arguments[1];
    token = arguments[2];
    rounds = Integer.parseInt(arguments[3]);
    connection = new RawConnection(port);
  }

  /** One call. */
  private interface Work {
    void run(int number) throws IOException, InterruptedException;
  }

  public static void main(String[] arguments) throws Exception {
    GrowthBench bench = new GrowthBench(arguments);
    int members = Integer.parseInt(arguments[4]);
    int missing = Integer.parseInt(arguments[5]);
    String first = "/api/lists/" + bench.slug + "/posts/" + Corpus.slug(0);
    double publish = bench.median(bench.rounds, bench::publish);
    double follow = bench.median(20, bench::publishAndFollow);
    double subscribe = bench.median(bench.rounds, bench::subscribe);
    double search = bench.median(bench.rounds, number -> bench.search(number % members + 1));
    double post = bench.median(bench.rounds, number -> bench.call("GET", first, ""));
    double comments =
        bench.median(
            bench.rounds,
            number -> bench.call("GET", "/api/lists/" + bench.slug + "/comments?limit=16", ""));
    double rename = bench.median(10, bench::rename);
    for (int number = 0; number < missing; number++) {
      bench.connection.ask("GET", "/" + bench.slug + "/p/missing-" + number);
    }
    System.out.printf(
        Locale.ROOT,
        "GROWTH publish %.1f follow %.1f subscribe %.1f search %.1f post %.1f comments %.1f"
            + " rename %.1f%n",
        publish,
        follow,
        subscribe,
        search,
        post,
        comments,
        rename);
  }

  private double median(int times, Work work) throws IOException, InterruptedException {
    for (int number = 0; number < times / 4; number++) {
      work.run(number);
    }
    List<Double> milliseconds = new ArrayList<>();
    for (int number = 0; number < times; number++) {
      long begin = System.nanoTime();
      work.run(number);
      milliseconds.add((System.nanoTime() - begin) / 1e6);
    }
    Collections.sort(milliseconds);
    return milliseconds.get(times / 2);
  }

  private void publish(int number) throws IOException {
    publish("growth-" + System.nanoTime());
  }

  private void publish(String post) throws IOException {
    call(
        "POST",
        "/api/lists/" + slug + "/posts",
        "{\"slug\":\"%s\",\"title\":\"%s\",\"content\":\"Text\",\"datetime\":\"2026-01-02T03:04:05Z\"}"
            .formatted(post, post));
  }

  private void publishAndFollow(int number) throws IOException, InterruptedException {
    String post = "followed-" + System.nanoTime();
    call(
        "POST",
        "/api/lists/" + slug + "/posts",
        "{\"slug\":\"%s\",\"title\":\"%s\",\"content\":\"Text\",\"datetime\":\"%s\"}"
            .formatted(post, post, Instant.now()));
    await(() -> connection.ask("GET", "/" + slug).text().contains(post));
  }

  private void subscribe(int number) throws IOException {
    call("POST", "/api/subscriptions/" + slug + "/no-challenge", "{}");
    call("POST", "/api/subscriptions/" + slug + "/delete", "");
  }

  private void search(int reader) throws IOException {
    call(
        "GET",
        "/api/lists/" + slug + "/subscriptions?email=reader" + reader + "%40example.org",
        "");
  }

  /** Until the old address leads to the new one. */
  private void rename(int number) throws IOException, InterruptedException {
    String before = slug;
    String after = before.endsWith("-b") ? before.substring(0, before.length() - 2) : before + "-b";
    call("PUT", "/api/lists/" + before + "/slug?slug=" + after, "");
    slug = after;
    await(() -> connection.ask("GET", "/" + before).status() == 301);
  }

  /** What has to come true. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - begin > PATIENCE) {
        throw new IllegalStateException("it did not come true");
      }
      Thread.sleep(2);
    }
  }

  private void call(String method, String path, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    connection.send(
        method,
        path,
        "Authorization: Bearer " + token,
        "Content-Type: application/json",
        "Content-Length: " + body.length);
    connection.socket().getOutputStream().write(body);
    Answer answer = connection.read(false);
    if (answer.status() != 200) {
      throw new IllegalStateException(method + " " + path + ": " + answer.text());
    }
    if ("close".equals(answer.header("Connection"))) {
      connection.close();
      connection = new RawConnection(port);
    }
  }
}
