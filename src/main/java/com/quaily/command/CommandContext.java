package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.Modules;
import com.quaily.wiring.StorageFactory;
import java.io.Closeable;
import java.io.IOException;

/**
 * What a command works with: the same database and storage as the running instances, which hear of
 * changed pages through the database.
 */
final class CommandContext implements Closeable {

  private final ObjectStorage storage;
  private final Modules modules;

  CommandContext(Settings settings) {
    storage = StorageFactory.create(settings);
    modules = new Modules(settings, storage, keys -> {});
    try {
      modules.migrate();
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
