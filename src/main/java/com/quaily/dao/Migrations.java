package com.quaily.dao;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this program; only ever forward. */
public final class Migrations {

  private Migrations() {}

  /**
   * Applies what is missing; does nothing on a database that is up to date. Several instances may
   * call it at once: PostgreSQL's lock lets one do the work.
   *
   * @return how many migrations were applied
   */
  public static int migrate(DataSource dataSource) {
    return Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
