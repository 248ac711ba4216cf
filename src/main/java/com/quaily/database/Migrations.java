package com.quaily.database;

import com.quaily.model.error.UnavailableException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Migrates a database to the current schema, forward only. */
public final class Migrations {

  private Migrations() {}

  /**
   * Applies pending migrations. Several instances may call it at once: a PostgreSQL lock lets only
   * one do the work.
   *
   * @return the number of applied migrations
   * @throws UnavailableException when the database cannot be reached
   * @throws IllegalStateException when it rejects the user, the password or the database name
   */
  public static int migrate(DataSource dataSource) {
    try {
      return Flyway.configure()
          .dataSource(dataSource)
          .locations("classpath:db/migration")
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayException e) {
      throw DatabaseExceptions.refusal(e).orElseGet(() -> DatabaseExceptions.translate(e));
    }
  }
}
