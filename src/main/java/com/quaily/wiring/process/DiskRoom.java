package com.quaily.wiring.process;

import com.quaily.config.Settings;
import com.quaily.config.Settings.StorageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the disks that an instance writes to have room. */
public final class DiskRoom {

  /** With less free space than this, writes fail soon. */
  private static final long LEAST = 64L << 20;

  private final List<Path> directories;
  private final long least;

  /**
   * @param least bytes that must be free
   */
  DiskRoom(List<Path> directories, long least) {
    this.directories = List.copyOf(directories);
    this.least = least;
  }

  /** The disks of the data directory and of storage, if that is a directory. */
  public static DiskRoom of(Settings settings) {
    List<Path> directories = new ArrayList<>(List.of(settings.data()));
    if (settings.storage() instanceof StorageSettings.Directory storage) {
      directories.add(storage.root());
    }
    return new DiskRoom(directories, LEAST);
  }

  /** Whether every one of them has room. */
  public boolean isEnough() {
    return directories.stream().allMatch(this::hasRoom);
  }

  /** A directory that does not exist yet has the room of its parent. */
  private boolean hasRoom(Path directory) {
    Path existing = directory.toAbsolutePath();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toFile().getUsableSpace() >= least;
  }
}
