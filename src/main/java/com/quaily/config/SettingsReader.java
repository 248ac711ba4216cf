package com.quaily.config;

import com.quaily.config.Settings.StorageSettings;
import com.quaily.database.DatabaseSettings;
import com.quaily.delivery.mail.MailSettings;
import com.quaily.model.Site;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.error.InvalidException;
import com.quaily.routing.cache.CacheSettings;
import com.quaily.routing.cache.HeaderSettings;
import com.quaily.server.ServerSettings;
import com.quaily.server.ServerSettings.CleartextHttp2Mode;
import com.quaily.service.article.ArticleSettings;
import com.quaily.service.media.UnsplashSettings;
import com.quaily.storage.S3Settings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Converts a complete configuration into records; each error names its path. */
final class SettingsReader {

  private final Config config;

  SettingsReader(Config config) {
    this.config = config;
  }

  Settings read() {
    try {
      Path data = Path.of(config.getString("data")).toAbsolutePath().normalize();
      return new Settings(
          data,
          site(),
          operators(),
          server(),
          startupWait(),
          database(),
          positive("database.pool-size"),
          storage(data),
          mail(),
          new DeliveryReader(config).read(),
          new LoginReader(config).challenge(),
          new LoginReader(config).google(),
          unsplash(),
          new ArticleSettings(config.getBoolean("articles.private-addresses")),
          new SocialReader(config).read(),
          config.getStringList("websub.hubs").stream().map(hub -> uri("websub.hubs", hub)).toList(),
          new AiReader(config).read(),
          positive("worker.threads"),
          new HostingReader(config).read(),
          new RoutingReader(config).read(),
          cache(data),
          headers(),
          new OperationsReader(config).notices(),
          new OperationsReader(config).metrics());
    } catch (ConfigException e) {
      throw new SettingsException(e.getMessage(), e);
    }
  }

  private Site site() {
    String url = config.getString("site.base-url");
    URI parsed = uri("site.base-url", url);
    boolean good = parsed.getHost() != null && parsed.getRawPath().isEmpty();
    require(good, "site.base-url", "must be a URL such as https://letters.example, without a path");
    return new Site(config.getString("site.name"), url);
  }

  private Set<String> operators() {
    try {
      return config.getStringList("site.operators").stream()
          .map(EmailAddress::normalize)
          .collect(Collectors.toUnmodifiableSet());
    } catch (InvalidException e) {
      throw new SettingsException("site.operators: must be email addresses", e);
    }
  }

  private ServerSettings server() {
    return new ServerSettings(
        config.getString("server.host"),
        port("server.port"),
        Set.copyOf(config.getStringList("server.trusted-proxies")),
        new ServerSettings.Threads(
            config.getInt("server.threads.selectors"),
            config.getInt("server.threads.min"),
            config.getInt("server.threads.max")),
        new ServerSettings.Limits(
            config.getDuration("server.idle-timeout"),
            config.getDuration("server.shutdown-timeout"),
            config.getBytes("server.max-request-body")),
        tls(),
        requestLog(config.getString("server.request-log")),
        cleartextHttp2(config.getString("server.cleartext-http2")));
  }

  private static CleartextHttp2Mode cleartextHttp2(String mode) {
    return switch (mode) {
      case "off" -> CleartextHttp2Mode.OFF;
      case "prior-knowledge" -> CleartextHttp2Mode.PRIOR_KNOWLEDGE;
      case "upgrade" -> CleartextHttp2Mode.UPGRADE;
      default ->
          throw new SettingsException(
              "server.cleartext-http2: must be off, prior-knowledge or upgrade");
    };
  }

  private Duration startupWait() {
    Duration wait = config.getDuration("startup.wait");
    require(!wait.isNegative(), "startup.wait", "must be 0s or more");
    return wait;
  }

  private Optional<ServerSettings.Tls> tls() {
    String certificate = config.getString("server.tls.certificate");
    String key = config.getString("server.tls.key");
    require(
        certificate.isEmpty() == key.isEmpty(),
        "server.tls",
        "certificate and key must be set together");
    return certificate.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ServerSettings.Tls(port("server.tls.port"), Path.of(certificate), Path.of(key)));
  }

  private static ServerSettings.RequestLogTarget requestLog(String target) {
    return switch (target) {
      case "off" -> ServerSettings.RequestLogTarget.off();
      case "log" -> ServerSettings.RequestLogTarget.toProgramLog();
      default -> ServerSettings.RequestLogTarget.toFile(Path.of(target));
    };
  }

  private Optional<DatabaseSettings> database() {
    String url = config.getString("database.url");
    require(
        url.isEmpty() || url.startsWith("jdbc:postgresql:"),
        "database.url",
        "must start with jdbc:postgresql:");
    String directUrl = config.getString("database.direct-url");
    require(
        directUrl.isEmpty() || directUrl.startsWith("jdbc:postgresql:"),
        "database.direct-url",
        "must start with jdbc:postgresql:");
    String readUrl = config.getString("database.read-url");
    require(
        readUrl.isEmpty() || readUrl.startsWith("jdbc:postgresql:"),
        "database.read-url",
        "must start with jdbc:postgresql:");
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DatabaseSettings(
                url,
                directUrl.isEmpty() ? url : directUrl,
                Optional.of(readUrl).filter(replica -> !replica.isEmpty()),
                config.getString("database.user"),
                config.getString("database.password"),
                positive("database.pool-size")));
  }

  private StorageSettings storage(Path data) {
    String kind = config.getString("storage.kind");
    require(
        kind.equals("directory") || kind.equals("s3"),
        "storage.kind",
        "must be “directory” or “s3”");
    if (kind.equals("s3")) {
      return new StorageSettings.Bucket(checked("storage.s3", this::s3));
    }
    String directory = config.getString("storage.directory");
    Path root = directory.isEmpty() ? data.resolve("storage") : Path.of(directory);
    return new StorageSettings.Directory(root, config.getBoolean("storage.fsync"));
  }

  private S3Settings s3() {
    String endpoint = config.getString("storage.s3.endpoint");
    return new S3Settings(
        endpoint.isEmpty() ? null : uri("storage.s3.endpoint", endpoint),
        config.getString("storage.s3.region"),
        config.getString("storage.s3.bucket"),
        config.getString("storage.s3.prefix"),
        config.getString("storage.s3.access-key"),
        config.getString("storage.s3.secret-key"),
        config.getBoolean("storage.s3.path-style"),
        config.getDuration("storage.s3.connect-timeout"),
        config.getDuration("storage.s3.read-timeout"),
        config.getInt("storage.s3.max-attempts"));
  }

  private MailSettings mail() {
    String url = config.getString("mail.smtp-url");
    require(
        url.isEmpty() || url.startsWith("smtp://") || url.startsWith("smtps://"),
        "mail.smtp-url",
        "must start with smtp:// or smtps://");
    return new MailSettings(url, config.getString("mail.from"), config.getDuration("mail.timeout"));
  }

  private Optional<UnsplashSettings> unsplash() {
    String key = config.getString("unsplash.access-key");
    require(
        key.matches("[!-~]*"), "unsplash.access-key", "must consist of printable ASCII characters");
    String url = config.getString("unsplash.api-url");
    URI api = uri("unsplash.api-url", url);
    require(
        api.getHost() != null && api.getRawPath().isEmpty() && api.getRawQuery() == null,
        "unsplash.api-url",
        "must be a URL such as https://api.unsplash.com, without a path");
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new UnsplashSettings(key, api, config.getDuration("unsplash.timeout")));
  }

  private CacheSettings cache(Path data) {
    CacheSettings defaults = CacheSettings.defaults();
    return new CacheSettings(
        config.getBytes("router.cache-size"),
        config.getBytes("router.disk-cache-size"),
        data.resolve("cache"),
        config.getDuration("router.revalidate-after"),
        defaults.rememberAbsence(),
        defaults.retryStorageAfter());
  }

  private HeaderSettings headers() {
    Duration strict = config.getDuration("router.strict-transport");
    return new HeaderSettings(
        config.getString("router.page-cache-control"),
        strict.isZero() ? Optional.empty() : Optional.of(strict),
        List.of(site().baseUrl()),
        new LoginReader(config).challenge().scriptOrigins());
  }

  private int port(String path) {
    int port = config.getInt(path);
    require(port >= 0 && port <= 65_535, path, "must be from 0 to 65535");
    return port;
  }

  private int positive(String path) {
    int value = config.getInt(path);
    require(value > 0, path, "must be 1 or more");
    return value;
  }

  static URI uri(String path, String text) {
    try {
      URI uri = new URI(text);
      require(
          "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()),
          path,
          "must start with http:// or https://");
      return uri;
    } catch (URISyntaxException e) {
      throw new SettingsException(path + ": is not a URL: " + text, e);
    }
  }

  static <T> T checked(String path, Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new SettingsException(path + ": " + e.getMessage(), e);
    }
  }

  static void require(boolean condition, String path, String message) {
    if (!condition) {
      throw new SettingsException(path + ": " + message);
    }
  }
}
