package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.Backend;
import com.quaily.wiring.StorageWiring;
import java.io.Closeable;
import java.io.IOException;

/**
 * What a command works with: the same database and storage as the running instances, which hear of
 * changed pages through the database.
 */
final class CommandContext implements Closeable {

  private final ObjectStorage storage;
  private final Backend backend;

  CommandContext(Settings settings) {
    storage = StorageWiring.create(settings);
    backend = new Backend(settings, storage, keys -> {});
    try {
      backend.migrate();
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  Backend get() {
    return backend;
  }

  @Override
  public void close() throws IOException {
    backend.close();
    if (storage instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
