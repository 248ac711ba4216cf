package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.Database;
import com.quaily.delivery.Mailer;
import com.quaily.delivery.Outbox;
import com.quaily.delivery.SmtpMailer;
import com.quaily.model.UnavailableException;
import com.quaily.page.publishing.PageChangeListener;
import com.quaily.storage.ObjectStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that needs the database: what the API, the workers and the command line share. */
public final class Backend implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
  private static final List<String> BUILT_IN_SITES =
      List.of("portal", "tools", "oauth", "dashboard", "front", "widget");

  private final DatabaseWiring databaseWiring;
  private final Outbox outbox;
  private final PageWiring pages;
  private final ServiceWiring services;
  private final AuthWiring auth;
  private final ChannelWiring channels;
  private final CommunityWiring community;
  private final NumbersWiring numbers;
  private final Clock clock;

  /**
   * @param listener is told at once which pages this process changed
   */
  public Backend(Settings settings, ObjectStorage storage, PageChangeListener listener) {
    // PostgreSQL keeps microseconds, so that is what a moment is here.
    clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    databaseWiring = new DatabaseWiring(settings);
    outbox = new Outbox(settings.data().resolve("outbox"), settings.mail().from(), clock);
    Mailer mailer = mailer(settings);
    pages = new PageWiring(settings, database(), storage, listener, clock);
    services = new ServiceWiring(settings, database(), storage, pages, mailer, clock);
    auth = new AuthWiring(settings, database(), services, clock);
    channels = new ChannelWiring(settings, database(), storage, pages, services, mailer, clock);
    community = new CommunityWiring(settings, database(), pages, services, auth, mailer, clock);
    numbers = new NumbersWiring(database(), pages, services, clock);
  }

  private Mailer mailer(Settings settings) {
    return settings.mail().smtpUrl().isEmpty() ? outbox : new SmtpMailer(settings.mail(), clock);
  }

  public Database database() {
    return databaseWiring.database();
  }

  /**
   * Brings the database to this program's schema; to be called before anything else is.
   *
   * @throws UnavailableException when it cannot be reached
   */
  public void migrate() {
    databaseWiring.migrate();
  }

  DatabaseWiring databaseWiring() {
    return databaseWiring;
  }

  public PageWiring pages() {
    return pages;
  }

  public ServiceWiring services() {
    return services;
  }

  public AuthWiring auth() {
    return auth;
  }

  ChannelWiring channels() {
    return channels;
  }

  CommunityWiring community() {
    return community;
  }

  /** What is counted and searched. */
  public NumbersWiring numbers() {
    return numbers;
  }

  Outbox outbox() {
    return outbox;
  }

  public Clock clock() {
    return clock;
  }

  /**
   * Publishes the static sites that come with the program, the scripts that pages load and the
   * site's own pages, as far as they are not in storage already.
   *
   * @param webApplication the directory with the built-in static sites
   */
  public void publishSites(Path webApplication) {
    for (String service : BUILT_IN_SITES) {
      Path directory = webApplication.resolve(service);
      if (Files.isDirectory(directory)) {
        int changed = pages.sitePublisher().publishBuiltIn(service, directory);
        LOG.info("site {}: {} files changed", service, changed);
      }
    }
    pages.sitePublisher().publishAssets();
    pages.sitePages().write();
  }

  @Override
  public void close() {
    numbers.close();
    databaseWiring.close();
  }
}
