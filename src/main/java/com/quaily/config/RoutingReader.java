package com.quaily.config;

import static com.quaily.config.ListedObjects.isOn;
import static com.quaily.config.ListedObjects.text;

import com.quaily.routing.route.RoutingSettings;
import com.quaily.routing.route.RoutingSettings.Rule;
import com.quaily.routing.route.Service;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the route table: services by name, and the routes to them. */
final class RoutingReader {

  /** The options of a service; each kind reads its own. */
  static final Set<String> SERVICE_FIELDS =
      Set.of("kind", "mount", "url", "connect-timeout", "answer-timeout", "max-body");

  private static final Set<String> ROUTE_FIELDS = Set.of("path", "service", "everywhere");
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
  private static final long MAX_BODY = 64L << 20;

  private final Config config;

  RoutingReader(Config config) {
    this.config = config;
  }

  RoutingSettings read() {
    Map<String, Service> services = services();
    List<Rule> rules =
        new ListedObjects(config, "router.routes", ROUTE_FIELDS).read(RoutingReader::rule);
    return SettingsReader.checked(
        "router.routes",
        () ->
            new RoutingSettings(
                new HashSet<>(config.getStringList("router.site-hosts")),
                new HashSet<>(config.getStringList("router.api-hosts")),
                services,
                rules));
  }

  private Map<String, Service> services() {
    Map<String, Service> services = new HashMap<>();
    Config all = config.getConfig("router.services");
    for (String name : all.root().keySet()) {
      String path = "router.services." + name;
      try {
        services.put(name, service(path, all.getConfig(ConfigUtil.quoteString(name))));
      } catch (ConfigException e) {
        throw new SettingsException(path + ": " + e.getMessage(), e);
      }
    }
    String apiUpstream = config.getString("router.api-upstream");
    if (!apiUpstream.isEmpty()) {
      services.put("api", upstream("router.api-upstream", apiUpstream, ConfigFactory.empty()));
    }
    return services;
  }

  private static Service service(String path, Config service) {
    String kind = text(service, "kind", "");
    return switch (kind) {
      case "local" -> new Service.Local();
      case "static" -> new Service.StaticSite(mount(path, service));
      case "spa" -> new Service.SinglePageApp(mount(path, service));
      case "upstream" -> upstream(path + ".url", text(service, "url", ""), service);
      default ->
          throw new SettingsException(
              path + ".kind: must be “static”, “spa”, “local” or “upstream”");
    };
  }

  private static Service.Upstream upstream(String path, String url, Config limits) {
    return new Service.Upstream(
        SettingsReader.uri(path, url),
        duration(limits, "connect-timeout", CONNECT_TIMEOUT),
        duration(limits, "answer-timeout", ANSWER_TIMEOUT),
        limits.hasPath("max-body") ? limits.getBytes("max-body") : MAX_BODY);
  }

  private static Duration duration(Config config, String field, Duration otherwise) {
    return config.hasPath(field) ? config.getDuration(field) : otherwise;
  }

  private static String mount(String path, Config service) {
    String mount = text(service, "mount", "");
    SettingsReader.require(
        mount.isEmpty() || (mount.startsWith("/") && !mount.endsWith("/")),
        path + ".mount",
        "must start with a slash and not end with one, or be empty");
    return mount;
  }

  private static Rule rule(Config route) {
    return new Rule(route.getString("path"), route.getString("service"), isOn(route, "everywhere"));
  }
}
