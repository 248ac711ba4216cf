package com.quaily.launcher;

import com.quaily.Main;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;

/**
 * Makes the WAR executable: {@code java -jar quaily.war …} unpacks it once and runs {@link Main}
 * from the unpacked files. This class is in the root of the WAR and uses only the JDK.
 *
 * <p>With {@code --prepare} as the only argument it unpacks the WAR and prints the directory, the
 * class path and the path of the class data archive, one per line. A start script can then set the
 * class path itself and pass the directory in {@code -Dquaily.unpacked=}, which avoids the second
 * process.
 */
public final class Launcher {

  private static final String MAIN_CLASS = "com.quaily.Main";

  /** Long-running commands. The others end before a second process would pay off. */
  private static final Set<String> SERVERS = Set.of("serve", "demo");

  private Launcher() {}

  public static void main(String[] arguments) throws Throwable {
    String unpackedBefore = System.getProperty(LauncherProcess.UNPACKED);
    if (unpackedBefore != null) {
      Path directory = Path.of(unpackedBefore);
      LauncherFiles.hold(directory);
      LauncherProcess.endWithLauncher();
      run(Launcher.class.getClassLoader(), directory, arguments);
      return;
    }
    Path directory = LauncherFiles.unpack(war());
    if (arguments.length == 1 && arguments[0].equals("--prepare")) {
      System.out.println(directory);
      System.out.println(LauncherFiles.classPath(directory));
      System.out.println(LauncherFiles.archive(directory));
      return;
    }
    boolean server = arguments.length > 0 && SERVERS.contains(arguments[0]);
    LauncherProcess process = new LauncherProcess(directory, server);
    if (process.isNeeded()) {
      System.exit(process.run(arguments));
    }
    run(loader(directory), directory, arguments);
  }

  private static Path war() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toAbsolutePath();
  }

  private static ClassLoader loader(Path directory) throws IOException {
    String[] jars = LauncherFiles.classPath(directory).split(File.pathSeparator, -1);
    URL[] urls = new URL[jars.length];
    for (int index = 0; index < jars.length; index++) {
      urls[index] = url(jars[index]);
    }
    return new URLClassLoader("quaily", urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String jar) throws MalformedURLException {
    return Path.of(jar).toUri().toURL();
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
}
