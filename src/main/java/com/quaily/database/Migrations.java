package com.quaily.database;

import com.quaily.model.error.UnavailableException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the schema of this program; only ever forward. */
public final class Migrations {

  private Migrations() {}

  /**
   * Applies what is missing; does nothing on a database that is up to date. Several instances may
   * call it at once: PostgreSQL's lock lets one do the work.
   *
   * @return how many migrations were applied
   * @throws UnavailableException when the database cannot be reached
   * @throws IllegalStateException when it refuses the user, the password or the database's name
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
