package com.quaily.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the program in a second process with JVM options that only the command line can set: the
 * class data archive that halves the start time, the recommended options, and Unicode file names in
 * every locale.
 *
 * <p>Signals and the exit code are passed on. If the launcher is killed, the server shuts down
 * cleanly.
 */
final class LauncherProcess {

  /** Passes the directory of the unpacked WAR to the second process. */
  static final String UNPACKED = "quaily.unpacked";

  /** Set in a second process whose standard input ends when its launcher does. */
  private static final String LAUNCHED = "quaily.launched";

  /** Agents and ports of the first process that the second one must not repeat. */
  private static final List<String> NOT_SHARED =
      List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-Dcom.sun.management.");

  private final Path directory;
  private final boolean server;
  private final List<String> ownOptions;

  /**
   * @param directory the unpacked WAR
   * @param server whether the program runs until it is stopped and reads no input
   */
  LauncherProcess(Path directory, boolean server) throws IOException {
    this.directory = directory;
    this.server = server;
    this.ownOptions = ownOptions();
  }

  /** Whether the program should not run in this process. */
  boolean isNeeded() {
    return !hasUnicodeFileNames() || (server && canBeShared());
  }

  private static boolean hasUnicodeFileNames() {
    return System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8");
  }

  private boolean canBeShared() {
    for (String option : ownOptions) {
      for (String prefix : NOT_SHARED) {
        if (option.startsWith(prefix)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The exit code of the program. */
  int run(String[] arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments)).inheritIO();
    if (server) {
      builder.redirectInput(Redirect.PIPE);
    }
    if (!hasUnicodeFileNames()) {
      builder.environment().put("LC_ALL", "C.UTF-8");
    }
    Process program = builder.start();
    // Pass signals on to the program; exit after it has.
    Runtime.getRuntime().addShutdownHook(new Stop(program));
    return program.waitFor();
  }

  /** Arguments of this process come last, so that they take precedence. */
  private List<String> command(String[] arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + directory.resolve("WEB-INF").resolve("jvm.options"));
    Path archive = LauncherFiles.archive(directory);
    if (Files.exists(archive)) {
      // An archive of another Java build is ignored without a warning.
      command.add("-Xlog:disable");
      command.add("-Xlog:all=error:stderr");
      command.add("-Xshare:auto");
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(ownOptions);
    command.add("-D" + UNPACKED + "=" + directory);
    command.add("-D" + LAUNCHED + "=" + server);
    command.add("-cp");
    command.add(LauncherFiles.classPath(directory));
    command.add(Launcher.class.getName());
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** The options that this process was started with. */
  private static List<String> ownOptions() throws IOException {
    Path commandLine = Path.of("/proc/self/cmdline");
    if (!Files.isReadable(commandLine)) {
      return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }
    // Avoids RuntimeMXBean, which takes as long to initialize as the rest of the launcher.
    String[] parts =
        new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).split("\0", -1);
    for (int end = 1; end < parts.length; end++) {
      if (parts[end].equals("-jar") || parts[end].equals(Launcher.class.getName())) {
        return Arrays.asList(parts).subList(1, end);
      }
    }
    return List.of();
  }

  /** In the second process: exits when the first process has died. */
  static void endWithLauncher() {
    if (Boolean.getBoolean(LAUNCHED)) {
      Thread watch = new Watch(System.in);
      watch.setDaemon(true);
      watch.start();
    }
  }

  /** Passes the shutdown of this process on. */
  private static final class Stop extends Thread {
    private final Process program;

    Stop(Process program) {
      this.program = program;
    }

    @Override
    public void run() {
      program.destroy();
      try {
        program.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits for the end of a pipe that carries no data. */
  private static final class Watch extends Thread {
    private final InputStream pipe;

    Watch(InputStream pipe) {
      super("launcher-watch");
      this.pipe = pipe;
    }

    @Override
    public void run() {
      try {
        while (pipe.read() >= 0) {
          // The pipe carries no data.
        }
      } catch (IOException e) {
        // A closed pipe also means that the launcher ended.
      }
      System.exit(1);
    }
  }
}
