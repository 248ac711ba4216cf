package com.quaily.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The content of {@code postmaster.pid}: the process id on line 1, the port on line 4, the state on
 * line 8 ({@code pg_ctl} reads the same).
 */
record PostmasterFile(long pid, int port, String state) {

  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;

  static Path path(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Empty if the file is missing or incomplete. */
  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(path(cluster), StandardCharsets.UTF_8);
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      String state = lines.size() > STATE_LINE ? lines.get(STATE_LINE).strip() : "";
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip()),
              state));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  boolean isReady() {
    return state.equals("ready");
  }

  /**
   * Whether the process is alive and is a server on this cluster, not an unrelated process with the
   * same id.
   */
  boolean isRunning(Path cluster) {
    try {
      String line =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
      List<String> arguments = Arrays.asList(line.split("\0"));
      String wanted =
          new String(
              cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return arguments.contains(wanted);
    } catch (IOException e) {
      // The process ended; a zombie reads as an empty line above.
      return false;
    }
  }
}
