package com.quaily.config;

import com.quaily.ai.AiSettings;
import com.quaily.database.DatabaseSettings;
import com.quaily.delivery.DeliverySettings;
import com.quaily.delivery.mail.MailSettings;
import com.quaily.metrics.MetricsSettings;
import com.quaily.model.Site;
import com.quaily.notice.NoticeSettings;
import com.quaily.routing.cache.CacheSettings;
import com.quaily.routing.cache.HeaderSettings;
import com.quaily.routing.route.RoutingSettings;
import com.quaily.server.ServerSettings;
import com.quaily.service.account.GoogleSettings;
import com.quaily.service.article.ArticleSettings;
import com.quaily.service.challenge.ChallengeSettings;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.delivery.social.SocialSettings;
import com.quaily.service.media.UnsplashSettings;
import com.quaily.storage.S3Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The validated configuration. Each part of the program gets the record that it needs.
 *
 * @param data the default directory for all data
 * @param operators addresses of the accounts that see the operator's pages, normalized
 * @param startupWait how long startup waits for unreachable services; zero = indefinitely
 * @param database empty = embedded PostgreSQL in the data directory
 * @param storage a directory or a bucket
 * @param google empty = Google login is disabled
 * @param unsplash empty = photo search is disabled
 * @param articles the import of articles from other sites
 * @param social connections with social services; its private addresses and timeout also hold for
 *     webhooks
 * @param hubs WebSub hubs that are told about changed feeds
 * @param ai models, and how tasks are given to them
 * @param workerThreads number of concurrent background jobs
 * @param hosting the operator's settings for channels
 * @param notices where notices for the operator go
 * @param metrics who may read figures, and where errors are reported to
 */
public record Settings(
    Path data,
    Site site,
    Set<String> operators,
    ServerSettings server,
    Duration startupWait,
    Optional<DatabaseSettings> database,
    int poolSize,
    StorageSettings storage,
    MailSettings mail,
    DeliverySettings delivery,
    ChallengeSettings challenge,
    Optional<GoogleSettings> google,
    Optional<UnsplashSettings> unsplash,
    ArticleSettings articles,
    SocialSettings social,
    List<URI> hubs,
    AiSettings ai,
    int workerThreads,
    HostingSettings hosting,
    RoutingSettings routing,
    CacheSettings cache,
    HeaderSettings headers,
    NoticeSettings notices,
    MetricsSettings metrics) {

  /** The kinds of storage. */
  public sealed interface StorageSettings {

    /** Files below a directory. */
    record Directory(Path root, boolean fsync) implements StorageSettings {}

    /** A bucket. */
    record Bucket(S3Settings s3) implements StorageSettings {}
  }

  /** Descriptions of the services besides channel pages, by name. */
  public List<String> services() {
    return new TreeMap<>(routing.services())
        .entrySet().stream().map(service -> service.getKey() + ": " + service.getValue()).toList();
  }

  /** Descriptions of the routes, in order. */
  public List<String> routes() {
    return routing.rules().stream()
        .map(
            rule ->
                rule.pattern()
                    + " to "
                    + rule.service()
                    + (rule.onChannelDomains() ? ", also on custom domains" : ""))
        .toList();
  }

  /**
   * Reads the configuration.
   *
   * @param file empty = none
   * @param environment the process's environment
   * @param overrides settings by path, from the command line
   * @throws SettingsException naming the invalid setting
   */
  public static Settings load(
      Optional<Path> file, Map<String, String> environment, Map<String, Object> overrides) {
    return new SettingsReader(new SettingsFile().read(file, environment, overrides)).read();
  }
}
