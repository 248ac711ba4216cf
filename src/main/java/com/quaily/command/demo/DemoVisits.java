package com.quaily.command.demo;

import com.quaily.service.analytics.Analytics;
import com.quaily.service.analytics.Origin;
import com.quaily.service.analytics.Visitor;
import com.typesafe.config.Config;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * Visits to the posts, counted like real ones. They come from networks that are reserved for
 * documentation, and are the same at each first start.
 */
final class DemoVisits {

  private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");
  private static final int ADDRESSES = 254;
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String BOT = "Mozilla/5.0 (compatible; bingbot/2.0)";
  private static final int DAYS_A_WEEK = 7;

  /** Of all visitors. */
  private static final double BOTS = 0.08;

  /** Of the people, how many read to the end. */
  private static final double READS = 0.6;

  private final Analytics analytics;
  private final PastClock clock;
  private final ToLongFunction<String> postId;
  private final Random random = new Random(1);

  DemoVisits(Analytics analytics, PastClock clock, ToLongFunction<String> postId) {
    this.analytics = analytics;
    this.clock = clock;
    this.postId = postId;
  }

  void create(Config visits) {
    List<? extends Config> posts = visits.getConfigList("posts");
    List<String> sources = visits.getStringList("sources");
    for (int day = visits.getInt("days"); day >= 0; day--) {
      clock.goBack(day);
      for (Config post : posts) {
        visit(postId.applyAsLong(post.getString("slug")), count(post, day), sources);
      }
    }
    analytics.writer().write();
  }

  /** More on some days of the week than on others, and more lately than long ago. */
  private int count(Config post, int day) {
    double ofWeek = 0.7 + 0.5 * Math.abs(Math.sin(Math.PI * day / DAYS_A_WEEK));
    double lately = 1.3 - day / 100.0;
    return (int)
        Math.round(post.getDouble("a_day") * ofWeek * lately * (0.6 + random.nextDouble()));
  }

  private void visit(long post, int count, List<String> sources) {
    for (int number = 0; number < count; number++) {
      String address =
          NETWORKS.get(random.nextInt(NETWORKS.size())) + (1 + random.nextInt(ADDRESSES));
      boolean bot = random.nextDouble() < BOTS;
      Visitor visitor = new Visitor(address, bot ? BOT : BROWSER, false);
      Origin origin = Origin.of(null, null, null, sources.get(random.nextInt(sources.size())));
      analytics.counter().view(post, visitor, origin);
      if (random.nextDouble() < READS) {
        analytics.counter().read(post, visitor, origin);
      }
    }
  }
}
