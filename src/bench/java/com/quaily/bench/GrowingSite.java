package com.quaily.bench;

import com.quaily.config.Settings;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.Modules;
import com.quaily.wiring.process.StorageFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Adds to an instance that {@link FilledInstance} has filled what grows besides posts, straight
 * into the database.
 *
 * <p>Arguments: the data directory, the slug of the channel that gets the members, comments,
 * reactions and redirects, how many of each of these, how many further channels.
 */
public final class GrowingSite {

  /** Each with the number of members, the number of channels and the slug in that order. */
  private static final List<String> STATEMENTS =
      List.of(
          "insert into app_user (email, name) select 'reader' || n || '@example.org', 'Reader ' || n"
              + " from generate_series(1, %1$d) n",
          "insert into subscription (user_id, channel_id, confirmed_at, created_at, updated_at)"
              + " select u.id, c.id, now(), now(), now() from app_user u, channel c"
              + " where u.email like 'reader%%' and c.slug = '%3$s'",
          "insert into comment (post_id, channel_id, author_id, content, status, created_at,"
              + " updated_at) select p.id, p.channel_id, u.id, 'A comment', 1, now(), now()"
              + " from app_user u, (select id, channel_id from post where channel_id ="
              + " (select id from channel where slug = '%3$s') order by id limit 1) p"
              + " where u.email like 'reader%%'",
          "insert into post_reaction (post_id, user_id, codepoint, created_at)"
              + " select p.id, u.id, 128512, now() from app_user u, (select id from post"
              + " where channel_id = (select id from channel where slug = '%3$s')"
              + " order by id limit 1) p where u.email like 'reader%%'",
          "insert into post_redirect (channel_id, old_slug, post_id)"
              + " select p.channel_id, 'old-' || n, p.id from generate_series(1, %1$d / 5) n,"
              + " (select id, channel_id from post where channel_id ="
              + " (select id from channel where slug = '%3$s') order by id limit 1) p",
          "insert into channel (slug, title, user_id, created_at, updated_at)"
              + " select 'channel-' || n, 'Channel ' || n, u.id, now(), now()"
              + " from generate_series(1, %2$d) n, (select min(id) as id from app_user) u",
          "insert into page_manifest (key, channel_id, kind, hash, made_from, updated_at)"
              + " select 'pages/' || slug || '/sitemap-1.xml', id, 'SITEMAP', 'x', '', now()"
              + " from channel where slug like 'channel-%%'",
          "delete from scheduled_tasks",
          "vacuum analyze");

  private GrowingSite() {}

  public static void main(String[] arguments) throws SQLException {
    Settings settings = FilledInstance.settings(Path.of(arguments[0]));
    int members = Integer.parseInt(arguments[2]);
    int channels = Integer.parseInt(arguments[3]);
    ObjectStorage storage = StorageFactory.create(settings);
    try (Modules modules = new Modules(settings, storage, keys -> {})) {
      modules.migrate();
      try (Connection connection = modules.database().dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : STATEMENTS) {
          statement.execute(sql.formatted(members, channels, arguments[1]));
        }
      }
    }
  }
}
