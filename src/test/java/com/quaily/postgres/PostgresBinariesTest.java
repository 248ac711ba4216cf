package com.quaily.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PostgresBinariesTest {

  @TempDir Path built;
  @TempDir Path data;

  private final String before = System.getProperty(PostgresBinaries.UNPACKED_WAR);

  @BeforeEach
  void nameTheBuild() {
    System.setProperty(PostgresBinaries.UNPACKED_WAR, built.toString());
  }

  @AfterEach
  void forgetTheBuild() {
    if (before == null) {
      System.clearProperty(PostgresBinaries.UNPACKED_WAR);
    } else {
      System.setProperty(PostgresBinaries.UNPACKED_WAR, before);
    }
  }

  @Test
  void takesWhatTheBuildHasUnpacked() throws IOException {
    Files.createDirectories(TestDatabase.BINARY_CACHE);
    Path name = PostgresBinaries.unpackInto(TestDatabase.BINARY_CACHE).getFileName();
    Path programs = Files.createDirectories(built.resolve("postgres").resolve(name).resolve("bin"));
    Files.writeString(programs.resolve("postgres"), "of the build");
    Files.createSymbolicLink(programs.resolve("postmaster"), Path.of("postgres"));

    Path taken = PostgresBinaries.unpackInto(data);

    assertEquals("of the build", Files.readString(taken.resolve("bin/postgres")));
    assertEquals("of the build", Files.readString(taken.resolve("bin/postmaster")));
    assertTrue(
        Files.isSameFile(programs.resolve("postgres"), taken.resolve("bin/postgres")),
        "linked, not copied");
  }

  @Test
  void unpacksBinariesThatTheBuildDidNot() throws IOException {
    Path unpacked = PostgresBinaries.unpackInto(data);

    assertTrue(Files.isExecutable(unpacked.resolve("bin/initdb")));
  }
}
