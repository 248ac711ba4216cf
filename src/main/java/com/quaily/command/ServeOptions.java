package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.wiring.process.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of {@code serve}.
 *
 * @param roles comma-separated names; empty: all roles
 */
record ServeOptions(ConfigSource config, Optional<String> roles) {

  private static final String PORT_REMEDY = "choose another with -Dserver.port=N or server.port";

  /**
   * Parses the arguments without picocli, with which a router takes 0.6 s instead of 0.4 s to start
   * (docs/performance.md).
   *
   * @param arguments the whole command line
   * @return empty for another command or less common arguments
   */
  static Optional<ServeOptions> parse(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals(ServeCommand.NAME)) {
      return Optional.empty();
    }
    Map<String, String> options = new HashMap<>();
    Map<String, String> single = new HashMap<>();
    for (int index = 1; index < arguments.length; index++) {
      String argument = arguments[index];
      int equals = argument.indexOf('=');
      if (argument.startsWith("-D") && equals > 2) {
        single.put(argument.substring(2, equals), argument.substring(equals + 1));
        continue;
      }
      boolean valueFollows = equals < 0 && index + 1 < arguments.length;
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String value = valueFollows ? arguments[++index] : argument.substring(equals + 1);
      if (!isPlain(name, value) || options.put(name, value) != null) {
        return Optional.empty();
      }
    }
    Optional<Path> file = Optional.ofNullable(options.get("--config")).map(Path::of);
    Optional<Path> data = Optional.ofNullable(options.get("--data")).map(Path::of);
    return Optional.of(
        new ServeOptions(
            new ConfigSource(file, data, single), Optional.ofNullable(options.get("--roles"))));
  }

  private static boolean isPlain(String name, String value) {
    return Set.of("--config", "--data", "--roles").contains(name)
        && !value.isEmpty()
        && "-@\"'".indexOf(value.charAt(0)) < 0;
  }

  /** Runs an instance until it is stopped. */
  int run() throws InterruptedException {
    Settings settings = config.load(Map.of());
    RunningServer server =
        new RunningServer(
            settings, roles.map(Role::parse).orElseGet(Role::all), false, PORT_REMEDY, () -> {});
    System.out.println("READY http://" + settings.server().host() + ":" + server.port() + "/");
    server.join();
    return 0;
  }
}
