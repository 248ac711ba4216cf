package com.quaily.config;

import com.quaily.database.DatabaseSettings;
import com.quaily.delivery.mail.MailSettings;
import com.quaily.model.Site;
import com.quaily.routing.cache.CacheSettings;
import com.quaily.routing.cache.HeaderSettings;
import com.quaily.routing.route.RoutingSettings;
import com.quaily.server.ServerSettings;
import com.quaily.service.account.GoogleSettings;
import com.quaily.service.challenge.ChallengeSettings;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.media.UnsplashSettings;
import com.quaily.storage.S3Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The whole configuration, checked. Each part of the program gets the small record that it needs.
 *
 * @param data the directory for everything that has no other place
 * @param startupWait how long a start waits for what it cannot reach; zero = as long as it takes
 * @param database empty = PostgreSQL is run under the data directory
 * @param storage a directory or a bucket
 * @param google empty = nobody logs in with Google
 * @param unsplash empty = nobody looks for photos there
 * @param workerThreads background jobs at once
 * @param hosting what the operator decides about channels
 */
public record Settings(
    Path data,
    Site site,
    ServerSettings server,
    Duration startupWait,
    Optional<DatabaseSettings> database,
    int poolSize,
    StorageSettings storage,
    MailSettings mail,
    ChallengeSettings challenge,
    Optional<GoogleSettings> google,
    Optional<UnsplashSettings> unsplash,
    int workerThreads,
    HostingSettings hosting,
    RoutingSettings routing,
    CacheSettings cache,
    HeaderSettings headers) {

  /** One of the two kinds of storage. */
  public sealed interface StorageSettings {

    /** Files below a directory. */
    record Directory(Path root, boolean fsync) implements StorageSettings {}

    /** A bucket. */
    record Bucket(S3Settings s3) implements StorageSettings {}
  }

  /** What answers besides the channels' pages, for people to read; by name. */
  public List<String> services() {
    return new TreeMap<>(routing.services())
        .entrySet().stream().map(service -> service.getKey() + ": " + service.getValue()).toList();
  }

  /** Which paths lead to which service, for people to read; in their order. */
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
   * @throws SettingsException naming what is wrong
   */
  public static Settings load(
      Optional<Path> file, Map<String, String> environment, Map<String, Object> overrides) {
    return new SettingsReader(new SettingsFile().read(file, environment, overrides)).read();
  }
}
