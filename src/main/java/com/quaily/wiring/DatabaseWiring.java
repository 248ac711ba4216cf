package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.Database;
import com.quaily.dao.DatabaseSettings;
import com.quaily.dao.Migrations;
import com.quaily.dao.embedded.EmbeddedPostgres;
import java.util.Optional;

/** Builds the way to PostgreSQL; runs PostgreSQL itself when none is configured. */
public final class DatabaseWiring implements AutoCloseable {

  private final Optional<EmbeddedPostgres> embedded;
  private final DatabaseSettings settings;
  private final Database database;

  /** The database is migrated to this program's schema when it can be reached now. */
  public DatabaseWiring(Settings settings) {
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
    Migrations.migrate(database.dataSource());
  }

  public Database database() {
    return database;
  }

  /** For connections of one's own. */
  DatabaseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    database.close();
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
