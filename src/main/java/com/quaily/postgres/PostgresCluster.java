package com.quaily.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Creates the database cluster of an embedded server, with a random password. */
final class PostgresCluster {

  static final String USER = "quaily";
  static final String DATABASE = "quaily";

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PostgresCluster() {}

  /** Creates the cluster if there is none, atomically. */
  static void createIfAbsent(
      PostgresHome home, PostgresAccount account, Path binaries, boolean durable)
      throws IOException {
    if (Files.isDirectory(home.cluster())) {
      account.giveOwnership(home.cluster());
      return;
    }
    Path unfinished = home.directory().resolve("cluster-unfinished");
    PostgresBinaries.deleteTree(unfinished);
    Files.createDirectory(unfinished, PRIVATE_DIRECTORY);
    account.giveOwnership(unfinished);
    String password = drawPassword();
    writePassword(home, password);
    Path handedOver = home.directory().resolve("password-for-initdb");
    Files.deleteIfExists(handedOver);
    Files.createFile(handedOver, PRIVATE_FILE);
    try {
      Files.writeString(handedOver, password + "\n");
      account.giveOwnership(handedOver);
      SystemCommand.run(
              account.command(initdb(binaries, unfinished, handedOver, durable)), home.directory())
          .orThrow("The embedded database could not be created in " + home.directory());
    } finally {
      Files.delete(handedOver);
    }
    Files.move(unfinished, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * PostgreSQL's built-in C.UTF-8 collation sorts the same on every machine and needs no installed
   * locale.
   */
  private static List<String> initdb(
      Path binaries, Path cluster, Path passwordFile, boolean durable) {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("bin/initdb").toString());
    command.add("--pgdata=" + cluster);
    command.add("--username=" + USER);
    command.add("--pwfile=" + passwordFile);
    command.add("--auth=scram-sha-256");
    command.add("--encoding=UTF8");
    command.add("--locale=C");
    command.add("--locale-provider=builtin");
    command.add("--builtin-locale=C.UTF-8");
    if (!durable) {
      command.add("--no-sync");
    }
    return command;
  }

  private static String drawPassword() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static void writePassword(PostgresHome home, String password) throws IOException {
    Files.deleteIfExists(home.passwordFile());
    Files.createFile(home.passwordFile(), PRIVATE_FILE);
    Files.writeString(home.passwordFile(), password + "\n");
  }

  static String readPassword(PostgresHome home) throws IOException {
    return Files.readString(home.passwordFile()).strip();
  }
}
