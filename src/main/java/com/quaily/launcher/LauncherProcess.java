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
 * The program in a second process, for what a JVM takes from its command line alone: the class data
 * archive that halves a start, the options that the program is meant to run with, and names of
 * files in Unicode whatever the locale.
 *
 * <p>The two live and die together: signals are passed on, the exit code comes back, and a server
 * whose launcher was killed ends in order.
 */
final class LauncherProcess {

  /** Names the unpacked WAR to the second process. */
  static final String UNPACKED = "quaily.unpacked";

  /** Set in a second process whose standard input ends when its launcher does. */
  private static final String LAUNCHED = "quaily.launched";

  /** Agents and ports of the first process that a second one cannot have as well. */
  private static final List<String> NOT_SHARED =
      List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-Dcom.sun.management.");

  private final Path directory;
  private final boolean server;
  private final List<String> ownOptions;

  /**
   * @param directory the unpacked WAR
   * @param server whether the program runs until it is told to stop, and reads nothing
   */
  LauncherProcess(Path directory, boolean server) throws IOException {
    this.directory = directory;
    this.server = server;
    this.ownOptions = ownOptions();
  }

  /** Whether the program would run worse in this process. */
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
    // A signal to us is meant for the program; we end when it has.
    Runtime.getRuntime().addShutdownHook(new Stop(program));
    return program.waitFor();
  }

  /** What was given to this process comes last, where it has the last word. */
  private List<String> command(String[] arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + directory.resolve("WEB-INF").resolve("jvm.options"));
    Path archive = LauncherFiles.archive(directory);
    if (Files.exists(archive)) {
      // An archive of another build of Java is passed over, and nobody needs to hear of it.
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

  /** The options that this process was started with, as they were written. */
  private static List<String> ownOptions() throws IOException {
    Path commandLine = Path.of("/proc/self/cmdline");
    if (!Files.isReadable(commandLine)) {
      return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }
    // Read here, because the bean takes as long to come up as all the rest of the launcher.
    String[] parts =
        new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).split("\0", -1);
    for (int end = 1; end < parts.length; end++) {
      if (parts[end].equals("-jar") || parts[end].equals(Launcher.class.getName())) {
        return Arrays.asList(parts).subList(1, end);
      }
    }
    return List.of();
  }

  /** In a second process: ends it when the first has ended without saying so. */
  static void endWithLauncher() {
    if (Boolean.getBoolean(LAUNCHED)) {
      Thread watch = new Watch(System.in);
      watch.setDaemon(true);
      watch.start();
    }
  }

  /** Passes the end of this process on. */
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

  /** Waits for the end of a pipe that nobody writes to. */
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
          // Nothing is said in this pipe.
        }
      } catch (IOException e) {
        // It is gone, which is the same as its end.
      }
      System.exit(1);
    }
  }
}
