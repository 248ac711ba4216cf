package com.quaily.wiring.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {

  /** A file system without any space. */
  private static final Path FULL = Path.of("/proc");

  @TempDir private Path directory;

  @Test
  void aDiskWithoutRoomIsNoticed() {
    assertTrue(new DiskRoom(List.of(directory), 1).isEnough());
    assertFalse(new DiskRoom(List.of(directory), Long.MAX_VALUE).isEnough());
    assertFalse(new DiskRoom(List.of(FULL), 1).isEnough());
  }

  @Test
  void everyDiskCounts() {
    assertFalse(new DiskRoom(List.of(directory, FULL), 1).isEnough());
    assertFalse(new DiskRoom(List.of(FULL, directory), 1).isEnough());
    assertTrue(new DiskRoom(List.of(directory, directory), 1).isEnough());
  }

  @Test
  void aDirectoryThatIsNotThereYetHasTheRoomOfItsParent() {
    assertTrue(new DiskRoom(List.of(directory.resolve("not/there")), 1).isEnough());
    assertFalse(new DiskRoom(List.of(FULL.resolve("not/there")), 1).isEnough());
  }
}
