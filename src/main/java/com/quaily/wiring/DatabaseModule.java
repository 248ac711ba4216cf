package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.database.Migrations;
import com.quaily.model.error.UnavailableException;
import com.quaily.postgres.EmbeddedPostgres;
import java.util.Optional;

/** Creates the database access; runs an embedded PostgreSQL if none is configured. */
public final class DatabaseModule implements AutoCloseable {

  private final Optional<EmbeddedPostgres> embedded;
  private final DatabaseSettings settings;
  private final Database database;
  private volatile boolean migrated;

  /** Returns with an embedded PostgreSQL running; does not yet connect to an external one. */
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
   * Migrates the database to the current schema.
   *
   * @throws UnavailableException when it cannot be reached
   */
  void migrate() {
    Migrations.migrate(database.directSource());
    migrated = true;
  }

  /** Whether the database responds and has the current schema. */
  boolean isReady() {
    return migrated && database.isReachable();
  }

  /** Where the database is, for display: without the parameters of the URL. */
  String place() {
    return settings.url().replaceFirst("[?].*", "");
  }

  public Database database() {
    return database;
  }

  /** For dedicated connections. */
  DatabaseSettings settings() {
    return settings;
  }

  /** For an owner that closes this itself when the JVM ends. */
  void stopOnlyOnClose() {
    embedded.ifPresent(EmbeddedPostgres::stopOnlyOnClose);
  }

  @Override
  public void close() {
    database.close();
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
