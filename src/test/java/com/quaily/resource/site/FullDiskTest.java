package com.quaily.resource.site;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.config.Settings.StorageSettings;
import com.quaily.media.Pictures;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more writes, of the database or of storage. */
class FullDiskTest {

  private final TestDatabase database = TestInstance.migratedDatabase();
  @TempDir private Path directory;
  private TestInstance instance;
  private Author author;

  @BeforeEach
  void start() {
    // Without workers, which would write at moments of their own.
    instance = TestInstance.start(directory, Set.of(Role.ROUTER, Role.API), database, Map.of());
    instance.started().join();
    author = Author.of(instance);
  }

  @AfterEach
  void stop() throws Exception {
    instance.close();
  }

  @Test
  void aDatabaseWithoutRoomIsUnavailableAndLosesNothing() throws SQLException {
    author.published("before", "Text");
    execute(
        """
        create function no_room() returns trigger language plpgsql as $$
        begin raise exception 'could not extend file' using errcode = '53100'; end $$;
        create trigger no_room before insert on post execute function no_room();
        """);

    Reply refused = author.api().post(author.posts(), json("slug", "after", "title", "After"));

    assertUnavailable(ErrorCode.DATABASE_UNAVAILABLE, refused);
    assertEquals(200, author.api().get(author.posts() + "/before").status());

    execute("drop trigger no_room on post");

    assertEquals(
        200, author.api().post(author.posts(), json("slug", "after", "title", "After")).status());
  }

  @Test
  void storageWithoutRoomIsUnavailableAndKeepsNoHalfUpload() throws Exception {
    assertEquals(200, upload(40).status());
    StorageSettings.Directory storage =
        (StorageSettings.Directory) instance.instance().settings().storage();
    Path temporary = storage.root().resolve("\\temporary");
    Files.move(temporary, directory.resolve("moved"));
    Files.createFile(temporary);

    assertUnavailable(ErrorCode.STORAGE_UNAVAILABLE, upload(41));
    assertEquals(1, author.api().get("/attachments").data().at("/pagination/total").intValue());

    Files.delete(temporary);
    Files.move(directory.resolve("moved"), temporary);

    assertEquals(200, upload(41).status());
  }

  private static void assertUnavailable(ErrorCode code, Reply reply) {
    assertEquals(503, reply.status(), () -> reply.body().toString());
    assertEquals(code.number(), reply.code());
    assertTrue(reply.response().headers().firstValue("Retry-After").isPresent());
  }

  private Reply upload(int width) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(Pictures.encode(Pictures.photo(width, 30), "png"));
    body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return author
        .api()
        .send(
            "POST",
            "/attachments",
            "multipart/form-data; boundary=edge",
            BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
