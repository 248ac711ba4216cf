package com.quaily.command.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;

/** Java, memory, disk and time zone data of this machine. */
final class MachineCheck implements Check {

  private static final int OLDEST_JAVA = 17;
  private static final long LEAST_MEMORY = 900L << 20;
  private static final long LEAST_ROOM = 1L << 30;
  private static final double FULL = 0.9;

  private final Path data;
  private final Clock clock;

  MachineCheck(Path data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    return List.of(java(Runtime.version().feature()), memory(), disk(), zones(zoneData()));
  }

  static Finding java(int version) {
    String state = "Java " + Runtime.version();
    return version < OLDEST_JAVA
        ? Finding.fault("java", state, "install Java " + OLDEST_JAVA + " or newer")
        : Finding.ok("java", state);
  }

  private static Finding memory() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long all = system.getTotalMemorySize();
    String state = size(all) + ", of which the heap may take " + size(heap());
    return all < LEAST_MEMORY
        ? Finding.warning("memory", state, "give the machine 1 GB or more")
        : Finding.ok("memory", state);
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }

  private Finding disk() {
    Path existing = data.toAbsolutePath();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    // A FileStore needs the table of mounts, which a container may not show.
    File directory = existing.toFile();
    return directory.getTotalSpace() == 0
        ? Finding.fault("disk", existing + " cannot be read", "make the directory readable")
        : disk(existing, directory.getUsableSpace(), directory.getTotalSpace());
  }

  static Finding disk(Path place, long room, long total) {
    String state = size(room) + " of " + size(total) + " are free in " + place;
    if (room < LEAST_ROOM / 8) {
      return Finding.fault("disk", state, "make room, or writes will fail soon");
    }
    boolean isTight = room < LEAST_ROOM || room < total * (1 - FULL);
    return isTight
        ? Finding.warning("disk", state, "make room, or move the data directory")
        : Finding.ok("disk", state);
  }

  private static String zoneData() {
    return ZoneRulesProvider.getVersions("UTC").lastKey();
  }

  /**
   * @param version a year and a letter, such as {@code 2026a}
   */
  Finding zones(String version) {
    String state = "time zone data " + version;
    int year = Integer.parseInt(version.substring(0, 4));
    return year < Year.now(clock).getValue() - 1
        ? Finding.warning("zones", state, "update Java, so that local times stay right")
        : Finding.ok("zones", state);
  }

  private static String size(long bytes) {
    return bytes >= 1L << 30
        ? String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30))
        : (bytes >> 20) + " MB";
  }
}
