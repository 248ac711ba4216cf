package com.quaily.database;

import com.quaily.model.error.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates a database to the current schema, forward only. A newer schema is fine as long as the
 * migrations that made it allow programs of this age.
 */
public final class Migrations {

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /**
   * Applies pending migrations. Several instances may call it at once: a PostgreSQL lock lets only
   * one do the work.
   *
   * @return the number of applied migrations
   * @throws UnavailableException when the database cannot be reached
   * @throws IllegalStateException when it rejects the user, the password or the database name, or
   *     when a newer program took something away that this one needs
   */
  public static int migrate(DataSource dataSource) {
    try {
      Flyway flyway =
          Flyway.configure().dataSource(dataSource).locations("classpath:db/migration").load();
      int executed = flyway.migrate().migrationsExecuted;
      requireKnown(flyway, dataSource);
      return executed;
    } catch (FlywayException e) {
      throw DatabaseExceptions.refusal(e).orElseGet(() -> DatabaseExceptions.translate(e));
    }
  }

  private static void requireKnown(Flyway flyway, DataSource dataSource) {
    MigrationVersion known = newest(flyway, info -> info.getState().isResolved());
    MigrationVersion applied = newest(flyway, info -> info.getState().isApplied());
    if (applied.compareTo(known) <= 0) {
      return;
    }
    MigrationVersion oldest = oldestSchema(dataSource);
    if (oldest.compareTo(known) > 0) {
      throw new IllegalStateException(
          "a newer program has changed the database (schema %s); it needs a program that knows schema %s, and this one knows %s: install a newer version"
              .formatted(applied, oldest, known));
    }
    LOG.info(
        "The database has schema {}, which is newer than schema {} of this program and works with"
            + " it",
        applied,
        known);
  }

  private static MigrationVersion newest(Flyway flyway, Predicate<MigrationInfo> condition) {
    return Arrays.stream(flyway.info().all())
        .filter(condition)
        .map(MigrationInfo::getVersion)
        .filter(version -> version != null)
        .max(Comparator.naturalOrder())
        .orElse(MigrationVersion.EMPTY);
  }

  /** The schema that a program must know at least. */
  private static MigrationVersion oldestSchema(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select oldest_schema from program_requirement")) {
      return row.next() ? MigrationVersion.fromVersion(row.getString(1)) : MigrationVersion.EMPTY;
    } catch (SQLException e) {
      throw DatabaseExceptions.translate(new IllegalStateException(e.getMessage(), e));
    }
  }
}
