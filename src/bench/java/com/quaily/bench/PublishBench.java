package com.quaily.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.testing.RawConnection;
import com.quaily.testing.RawConnection.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Publishes posts through the API of a running instance and looks at the pages as a reader does, in
 * several channels by turns of a hundred, so that whatever else the machine does meets all of them
 * alike. Prints one line of names and values for each.
 *
 * <p>Arguments: the instance's address, how many posts each channel gets before anything is counted
 * and how many then, for how many seconds sixteen writers publish, and for each channel its slug
 * and a token.
 */
public final class PublishBench {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WRITERS = 16;
  private static final int FOLLOWED = 40;

  /** One writer writes in one channel: the lists and feeds of one follow, not those of all. */
  private static final int TURN = 100;

  private static final long PATIENCE = 60_000_000_000L;

  /** Plain, one for each writer: a costly client would be measured along with the server. */
  private final ThreadLocal<RawConnection> connection;

  private final AtomicInteger number = new AtomicInteger();
  private final List<String> texts = IntStream.range(0, 100).mapToObj(Corpus::markdown).toList();
  private final String run = Long.toString(System.nanoTime(), 36);

  private PublishBench(String url) {
    this.connection = ThreadLocal.withInitial(() -> connect(URI.create(url).getPort()));
  }

  private static RawConnection connect(int port) {
    try {
      return new RawConnection(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] arguments) throws Exception {
    PublishBench bench = new PublishBench(arguments[0]);
    List<Channel> channels = new ArrayList<>();
    for (int i = 4; i < arguments.length; i += 2) {
      channels.add(new Channel(arguments[i], arguments[i + 1]));
    }
    Map<Channel, List<Double>> early = bench.byTurns(channels, Integer.parseInt(arguments[1]));
    Map<Channel, List<Double>> late = bench.byTurns(channels, Integer.parseInt(arguments[2]));
    for (Channel channel : channels) {
      List<Double> follow = bench.follow(channel);
      double rate = bench.together(channel, Integer.parseInt(arguments[3]));
      System.out.printf(
          Locale.ROOT,
          "PUBLISH %s early %.1f p50 %.1f p99 %.1f follow_p50 %.0f follow_p99 %.0f rate %.0f%n",
          channel.slug(),
          percentile(early.get(channel), 50),
          percentile(late.get(channel), 50),
          percentile(late.get(channel), 99),
          percentile(follow, 50),
          percentile(follow, 99),
          rate);
    }
  }

  /** Milliseconds of each publication. */
  private Map<Channel, List<Double>> byTurns(List<Channel> channels, int posts) throws IOException {
    Map<Channel, List<Double>> latencies = new HashMap<>();
    channels.forEach(channel -> latencies.put(channel, new ArrayList<>()));
    for (int done = 0; done < posts; done += TURN) {
      for (Channel channel : channels) {
        for (int i = done; i < Math.min(done + TURN, posts); i++) {
          latencies.get(channel).add(publish(channel, i % 20 == 0));
        }
      }
    }
    return latencies;
  }

  private double publish(Channel channel, boolean looking) throws IOException {
    Request request = next(channel);
    long begin = System.nanoTime();
    send(request);
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    if (looking && get("/" + channel.slug() + "/p/" + request.slug()).status() != 200) {
      throw new IllegalStateException(
          "the page of " + request.slug() + " is not there after publishing");
    }
    return milliseconds;
  }

  /** Milliseconds between the answer to a publication and the feed and front page that show it. */
  private List<Double> follow(Channel channel) throws IOException, InterruptedException {
    List<Double> waits = new ArrayList<>();
    for (int i = 0; i < FOLLOWED; i++) {
      // What the publications before caused is over by then.
      Thread.sleep(i == 0 ? 3000 : 100);
      Request request = next(channel);
      send(request);
      long begin = System.nanoTime();
      while (!shows("/" + channel.slug() + "/feed/atom", request)
          || !shows("/" + channel.slug(), request)) {
        if (System.nanoTime() - begin > PATIENCE) {
          throw new IllegalStateException("lists and feeds do not show " + request.slug());
        }
        Thread.sleep(2);
      }
      waits.add((System.nanoTime() - begin) / 1e6);
    }
    return waits;
  }

  private boolean shows(String path, Request request) throws IOException {
    return get(path).text().contains(request.slug());
  }

  /** Publications a second of all writers. */
  private double together(Channel channel, int seconds)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      long begin = System.nanoTime();
      long end = begin + seconds * 1_000_000_000L;
      Callable<Integer> writer =
          () -> {
            int published = 0;
            while (System.nanoTime() < end) {
              send(next(channel));
              published++;
            }
            return published;
          };
      List<Future<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(threads.submit(writer));
      }
      int published = 0;
      for (Future<Integer> each : writers) {
        published += each.get();
      }
      return published / ((System.nanoTime() - begin) / 1e9);
    } finally {
      threads.shutdown();
    }
  }

  /** The next post to publish, made before the clock starts. */
  private Request next(Channel channel) throws IOException {
    int own = number.getAndIncrement();
    String slug = "run-" + run + "-" + own;
    Map<String, Object> post =
        Map.of(
            "slug",
            slug,
            "title",
            Corpus.title(own),
            "content",
            texts.get(own % texts.size()),
            "tags",
            String.join(",", Corpus.tags(own)),
            "datetime",
            Instant.now().toString());
    return new Request(channel, slug, JSON.writeValueAsBytes(post));
  }

  private void send(Request request) throws IOException {
    connection
        .get()
        .send(
            "POST",
            "/api/lists/" + request.channel().slug() + "/posts",
            "Host: localhost",
            "Content-Type: application/json",
            "Authorization: Bearer " + request.channel().token(),
            "Content-Length: " + request.body().length);
    connection.get().write(request.body());
    Answer answer = connection.get().read(false);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
  }

  private Answer get(String path) throws IOException {
    return connection.get().ask("GET", path, "Host: localhost");
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private record Channel(String slug, String token) {}

  private record Request(Channel channel, String slug, byte[] body) {}
}
