package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.Modules;
import com.quaily.wiring.process.StorageFactory;
import java.io.Closeable;
import java.io.IOException;

/**
 * The objects that a command uses. It shares database and storage with running instances, which are
 * notified of changed pages through the database.
 */
final class CommandContext implements Closeable {

  private final ObjectStorage storage;
  private final Modules modules;

  CommandContext(Settings settings) {
    this(settings, false);
  }

  /**
   * @param adopt whether the settings become those of the site, instead of being compared
   */
  CommandContext(Settings settings, boolean adopt) {
    storage = StorageFactory.create(settings);
    modules = new Modules(settings, storage, keys -> {});
    try {
      if (adopt) {
        modules.migrateAndAdopt();
      } else {
        modules.migrate();
      }
    } catch (RuntimeException e) {
      modules.close();
      throw e;
    }
  }

  Modules modules() {
    return modules;
  }

  @Override
  public void close() throws IOException {
    modules.close();
    if (storage instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
