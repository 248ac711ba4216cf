package com.quaily.config;

import static com.quaily.config.ListedObjects.isOn;
import static com.quaily.config.ListedObjects.text;
import static com.quaily.config.SettingsReader.require;

import com.quaily.delivery.mail.SmtpServer;
import com.quaily.delivery.transport.HttpProvider;
import com.quaily.delivery.transport.HttpProvider.Answers;
import com.quaily.delivery.transport.HttpProvider.Call;
import com.quaily.delivery.transport.HttpProvider.Format;
import com.quaily.delivery.transport.TransportSettings;
import com.quaily.delivery.transport.TransportSettings.Ses;
import com.quaily.delivery.transport.WarmUp;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueType;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the settings of the transports for the emails of posts. */
final class TransportReader {

  static final String PROVIDERS = "delivery.providers";

  static final String WARM_UPS = "delivery.warm-ups";

  private static final String TRANSPORTS = "delivery.transports";
  private static final String PROVIDER = "provider://";
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "method",
          "url",
          "headers",
          "format",
          "body",
          "accepted",
          "deferred",
          "refused",
          "unavailable",
          "id",
          "idempotent",
          "private-addresses");

  private static final Set<String> WARM_UP_FIELDS =
      Set.of("transport", "start", "first-day", "factor", "until");

  private final Config config;

  TransportReader(Config config) {
    this.config = config;
  }

  TransportSettings read() {
    List<HttpProvider> providers = providers();
    List<String> urls = urls(providers);
    return new TransportSettings(
        urls,
        ses(),
        providers,
        new ListedObjects(config, WARM_UPS, WARM_UP_FIELDS).read(this::warmUp));
  }

  private List<String> urls(List<HttpProvider> providers) {
    Set<String> names =
        providers.stream().map(provider -> PROVIDER + provider.name()).collect(Collectors.toSet());
    List<String> urls = config.getStringList(TRANSPORTS);
    for (String url : urls) {
      require(
          url.matches("smtps?://[^\\s/]+|ses://[a-z0-9-]+") || url.startsWith(PROVIDER),
          TRANSPORTS,
          "must be URLs such as smtp://user:password@host:587, ses://eu-west-1 or"
              + " provider://postmark");
      require(
          !url.startsWith(PROVIDER) || names.contains(url),
          TRANSPORTS,
          url + " is not in " + PROVIDERS);
    }
    return urls;
  }

  private WarmUp warmUp(Config warmUp) {
    WarmUp read =
        new WarmUp(
            warmUp.getString("transport"),
            LocalDate.parse(warmUp.getString("start")),
            warmUp.getLong("first-day"),
            warmUp.getDouble("factor"),
            warmUp.getLong("until"));
    require(
        config.getStringList(TRANSPORTS).stream()
            .anyMatch(url -> nameOf(url).equals(read.transport())),
        WARM_UPS,
        read.transport() + " is not in " + TRANSPORTS + " (write it without user and password)");
    require(read.firstDay() >= 1, WARM_UPS, "first-day must be 1 or more");
    require(read.factor() > 1, WARM_UPS, "factor must be more than 1");
    require(read.until() > read.firstDay(), WARM_UPS, "until must be more than first-day");
    return read;
  }

  /** As reports and logs show it. */
  private static String nameOf(String url) {
    return url.startsWith("smtp") ? SmtpServer.of(url).toString() : url;
  }

  private Ses ses() {
    String accessKey = config.getString("delivery.ses.access-key");
    String secretKey = config.getString("delivery.ses.secret-key");
    require(
        accessKey.isEmpty() == secretKey.isEmpty(),
        "delivery.ses",
        "set both access-key and secret-key, or neither to use the default chain");
    String endpoint = config.getString("delivery.ses.endpoint");
    require(
        endpoint.isEmpty() || isHttp(endpoint),
        "delivery.ses.endpoint",
        "must be a URL such as https://email.eu-west-1.amazonaws.com");
    return new Ses(
        accessKey, secretKey, endpoint, config.getString("delivery.ses.configuration-set"));
  }

  private static boolean isHttp(String url) {
    return url.matches("https?://[^\\s/]+\\S*");
  }

  private List<HttpProvider> providers() {
    return new ListedObjects(config, PROVIDERS, FIELDS)
        .readNamed(Set.of(), TransportReader::provider, HttpProvider::name);
  }

  private static HttpProvider provider(Config provider) {
    return new HttpProvider(
        provider.getString("name"),
        call(provider),
        answers(provider),
        isOn(provider, "private-addresses"));
  }

  private static Call call(Config provider) {
    String method = text(provider, "method", "POST");
    require(method.matches("POST|PUT"), PROVIDERS, "method must be POST or PUT");
    String url = provider.getString("url");
    require(isHttp(url), PROVIDERS, "url must begin with https:// or http://");
    Format format = format(text(provider, "format", "json"));
    Config body = provider.getConfig("body");
    boolean flat =
        body.root().values().stream().allMatch(v -> v.valueType() == ConfigValueType.STRING);
    require(format == Format.JSON || flat, PROVIDERS, "the body of a form must consist of texts");
    return new Call(
        method,
        URI.create(url),
        headers(provider),
        format,
        body.root().render(ConfigRenderOptions.concise()));
  }

  private static Map<String, String> headers(Config provider) {
    Map<String, String> headers = new HashMap<>();
    if (provider.hasPath("headers")) {
      provider
          .getObject("headers")
          .forEach((name, value) -> headers.put(name, String.valueOf(value.unwrapped())));
    }
    headers.forEach(
        (name, value) ->
            require(
                name.matches("[A-Za-z0-9-]+") && value.matches("[ -~]*"),
                PROVIDERS,
                "headers must have names of letters, digits and hyphens, and values of printable"
                    + " ASCII characters"));
    return headers;
  }

  private static Format format(String name) {
    try {
      return Format.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("format must be json, form or multipart", e);
    }
  }

  private static Answers answers(Config provider) {
    return new Answers(
        statuses(provider, "accepted", Set.of(200, 201, 202)),
        statuses(provider, "deferred", Set.of(429, 503)),
        statuses(provider, "refused", Set.of()),
        statuses(provider, "unavailable", Set.of(401, 402, 403, 404, 405)),
        text(provider, "id", ""),
        isOn(provider, "idempotent"));
  }

  private static Set<Integer> statuses(Config provider, String field, Set<Integer> otherwise) {
    return provider.hasPath(field) ? Set.copyOf(provider.getIntList(field)) : otherwise;
  }
}
