package com.quaily.routing.route;

import com.quaily.testing.DefaultRouting;
import java.util.Map;
import java.util.Set;

/** A route table with the built-in rules, sample hosts, and a channel with a custom domain. */
public final class SampleRoutes {

  public static final String SITE = "quaily.example";
  public static final String API = "api.quaily.example";

  /** Shows the channel {@code alice}. */
  public static final String DOMAIN = "letters.example.com";

  private SampleRoutes() {}

  public static RouteTable table() {
    RouteTable table =
        new RouteTable(
            new RoutingSettings(
                Set.of(SITE),
                Set.of(API),
                DefaultRouting.settings().services(),
                DefaultRouting.settings().rules()));
    table.setChannelDomains(Map.of(DOMAIN, "alice"));
    return table;
  }
}
