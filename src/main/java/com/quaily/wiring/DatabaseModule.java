package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.database.Migrations;
import com.quaily.model.error.UnavailableException;
import com.quaily.postgres.EmbeddedPostgres;
import java.util.Optional;

/** Builds the way to PostgreSQL; runs PostgreSQL itself when none is configured. */
public final class DatabaseModule implements AutoCloseable {

  private final Optional<EmbeddedPostgres> embedded;
  private final DatabaseSettings settings;
  private final Database database;
  private volatile boolean migrated;

  /** An embedded PostgreSQL runs when this returns; one of somebody else's is not asked yet. */
  public DatabaseModule(Settings settings) {
    embedded =
        settings.database().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedPostgres.start(settings.data()));
    this.settings =
        settings
            .database()
            .orElseGet(
                () ->
                    new DatabaseSettings(
                        embedded.get().jdbcUrl(),
                        embedded.get().user(),
                        embedded.get().password(),
                        settings.poolSize()));
    database = new Database(this.settings);
  }

  /**
   * Brings the database to this program's schema.
   *
   * @throws UnavailableException when it cannot be reached
   */
  void migrate() {
    Migrations.migrate(database.dataSource());
    migrated = true;
  }

  /** Whether the database answers and has this program's schema. */
  boolean isReady() {
    return migrated && database.isReachable();
  }

  /** Where the database is, for people to read: without what a URL may say behind that. */
  String place() {
    return settings.url().replaceFirst("[?].*", "");
  }

  public Database database() {
    return database;
  }

  /** For connections of one's own. */
  DatabaseSettings settings() {
    return settings;
  }

  /** For an owner that closes this in its own order when the JVM ends. */
  void stopOnlyOnClose() {
    embedded.ifPresent(EmbeddedPostgres::stopOnlyOnClose);
  }

  @Override
  public void close() {
    database.close();
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
