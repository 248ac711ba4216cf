package com.quaily.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a system command and waits for its end. */
final class SystemCommand {

  private SystemCommand() {}

  /**
   * The result of a command.
   *
   * @param output standard output and error, interleaved
   */
  record Result(List<String> command, int exitCode, String output) {
    boolean ok() {
      return exitCode == 0;
    }

    /** Throws an exception with the command and its output if it failed. */
    void orThrow(String what) {
      if (!ok()) {
        throw new IllegalStateException(
            what + ": " + command.get(0) + " exited with code " + exitCode + ": " + output.strip());
      }
    }
  }

  static Result run(List<String> command) {
    return run(command, Path.of("/"));
  }

  static Result run(List<String> command, Path directory) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.directory(directory.toFile());
      neutralEnvironment(builder);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(command, process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + command.get(0), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + command.get(0), e);
    }
  }

  /** The program does not inherit our environment (secrets, PGDATA, an uninstalled locale). */
  static void neutralEnvironment(ProcessBuilder builder) {
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("LC_ALL", "C");
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
  }
}
