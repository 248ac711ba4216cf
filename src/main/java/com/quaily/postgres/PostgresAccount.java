package com.quaily.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account for PostgreSQL's programs: the current one, or an unprivileged one if the current one
 * is root. Switching accounts requires only util-linux and no user namespaces, so it also works in
 * containers and chroots.
 */
final class PostgresAccount {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresAccount.class);
  private static final String OWN_NAME = "quaily-postgres";
  private static final String FALLBACK_NAME = "nobody";

  /** Directories of system tools, independent of PATH. */
  private static final List<Path> TOOL_DIRECTORIES =
      List.of(
          Path.of("/usr/local/sbin"),
          Path.of("/usr/local/bin"),
          Path.of("/usr/sbin"),
          Path.of("/usr/bin"),
          Path.of("/sbin"),
          Path.of("/bin"));

  private final Optional<Identity> other;

  private PostgresAccount(Optional<Identity> other) {
    this.other = other;
  }

  private record Identity(String name, int user, int group) {}

  /** Determines the current account and, if that is root, finds or creates the unprivileged one. */
  static PostgresAccount forThisProcess() throws IOException {
    int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    return new PostgresAccount(uid == 0 ? Optional.of(unprivileged()) : Optional.empty());
  }

  private static Identity unprivileged() throws IOException {
    Optional<Identity> existing = lookUp(OWN_NAME);
    if (existing.isPresent()) {
      return existing.get();
    }
    Optional<Path> useradd = tool("useradd");
    if (useradd.isPresent()) {
      SystemCommand.Result made =
          SystemCommand.run(
              List.of(
                  useradd.get().toString(),
                  "--system",
                  "--user-group",
                  "--no-create-home",
                  "--home-dir=/nonexistent",
                  "--shell=/usr/sbin/nologin",
                  OWN_NAME));
      LOG.info("Account {} for PostgreSQL: {}", OWN_NAME, made.ok() ? "created" : made.output());
    }
    return lookUp(OWN_NAME)
        .or(() -> lookUp(FALLBACK_NAME))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    ("PostgreSQL cannot run as root, and neither the account %s nor %s exists."
                            + " Create one: useradd --system %s")
                        .formatted(OWN_NAME, FALLBACK_NAME, OWN_NAME)));
  }

  private static Optional<Identity> lookUp(String name) {
    SystemCommand.Result user = SystemCommand.run(List.of("id", "-u", name));
    SystemCommand.Result group = SystemCommand.run(List.of("id", "-g", name));
    if (!user.ok() || !group.ok()) {
      return Optional.empty();
    }
    return Optional.of(
        new Identity(
            name,
            Integer.parseInt(user.output().strip()),
            Integer.parseInt(group.output().strip())));
  }

  private static Optional<Path> tool(String name) {
    return TOOL_DIRECTORIES.stream()
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Wraps the command so that it runs under this account. */
  List<String> command(List<String> command) {
    if (other.isEmpty()) {
      return command;
    }
    Identity identity = other.get();
    List<String> full = new ArrayList<>();
    tool("setpriv")
        .ifPresentOrElse(
            setpriv -> {
              full.add(setpriv.toString());
              full.add("--reuid=" + identity.user());
              full.add("--regid=" + identity.group());
              full.add("--clear-groups");
              full.addAll(command);
            },
            () -> {
              // The command is passed as shell arguments, so nothing needs quoting.
              full.add(tool("runuser").or(() -> tool("su")).map(Path::toString).orElse("su"));
              full.addAll(List.of("-s", "/bin/sh", identity.name(), "-c", "exec \"$0\" \"$@\""));
              full.add("--");
              full.addAll(command);
            });
    return full;
  }

  /** The same in a new session, which a terminal's Ctrl-C does not reach. */
  List<String> daemonCommand(List<String> command) {
    List<String> full = new ArrayList<>();
    tool("setsid").ifPresent(setsid -> full.add(setsid.toString()));
    full.addAll(command);
    return command(full);
  }

  /** Whether the account can access the files in this directory. */
  boolean canEnter(Path directory) {
    if (other.isEmpty()) {
      return true;
    }
    return SystemCommand.run(
            command(List.of("/bin/sh", "-c", "cd \"$1\" && test -r .", "sh", directory.toString())))
        .ok();
  }

  /** Whether the account can write into this directory. */
  boolean canWrite(Path directory) {
    return SystemCommand.run(command(List.of("/usr/bin/test", "-w", directory.toString()))).ok();
  }

  /** Changes the owner of a file, or of a directory with its contents, to the account. */
  void giveOwnership(Path path) throws IOException {
    if (other.isEmpty() || isOwner(path)) {
      return;
    }
    Identity identity = other.get();
    SystemCommand.run(
            List.of("chown", "-hR", identity.user() + ":" + identity.group(), path.toString()))
        .orThrow("PostgreSQL's files in " + path + " cannot be assigned to " + identity.name());
  }

  private boolean isOwner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid") == other.orElseThrow().user();
  }

  @Override
  public String toString() {
    return other.map(Identity::name).orElse("own account");
  }
}
