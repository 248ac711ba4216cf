package com.quaily;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the WAR a program: {@code java -jar quaily.war …} unpacks it once and runs {@link Main} out
 * of what was unpacked. It stands in the root of the WAR and uses nothing but the JDK.
 *
 * <p>{@code --prepare} as the only argument unpacks and prints the directory. A start script can
 * then put the jars on the class path itself and name the directory by {@code -Dquaily.unpacked=},
 * which lets it use a class data archive.
 */
public final class Launcher {

  private static final String MAIN_CLASS = "com.quaily.Main";
  private static final String UNPACKED = "quaily.unpacked";

  private Launcher() {}

  public static void main(String[] arguments) throws Throwable {
    String unpackedBefore = System.getProperty(UNPACKED);
    if (unpackedBefore != null) {
      Path directory = Path.of(unpackedBefore);
      LauncherFiles.hold(directory);
      run(Launcher.class.getClassLoader(), directory, arguments);
      return;
    }
    Path directory = LauncherFiles.unpack(war());
    if (List.of(arguments).equals(List.of("--prepare"))) {
      System.out.println(directory);
    } else if (hasUnicodeFileNames()) {
      run(loader(directory), directory, arguments);
    } else {
      System.exit(relaunch(directory, arguments));
    }
  }

  private static Path war() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toAbsolutePath();
  }

  private static boolean hasUnicodeFileNames() {
    return System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8");
  }

  private static ClassLoader loader(Path directory) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : LauncherFiles.jars(directory)) {
      urls.add(jar.toUri().toURL());
    }
    return new URLClassLoader(
        "quaily", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static void run(ClassLoader loader, Path directory, String[] arguments) throws Throwable {
    Thread.currentThread().setContextClassLoader(loader);
    System.setProperty("quaily.webapp", directory.toString());
    try {
      loader
          .loadClass(MAIN_CLASS)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * In a locale without Unicode (LANG=C, the rule for services) the JVM cannot name a file with
   * Chinese letters, and that is decided when it starts: so it is started again.
   */
  private static int relaunch(Path directory, String[] arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + UNPACKED + "=" + directory);
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            LauncherFiles.jars(directory).stream().map(Path::toString).toList()));
    command.add(Launcher.class.getName());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process program = builder.start();
    // A signal to us is meant for the program; we end when it has.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program)));
    return program.waitFor();
  }

  private static void stop(Process program) {
    program.destroy();
    try {
      program.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
