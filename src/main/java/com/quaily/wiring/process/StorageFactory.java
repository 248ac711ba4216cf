package com.quaily.wiring.process;

import com.quaily.config.Settings;
import com.quaily.config.Settings.StorageSettings;
import com.quaily.storage.FileStorage;
import com.quaily.storage.GuardedStorage;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.S3Storage;

/** Creates the configured storage. */
public final class StorageFactory {

  private StorageFactory() {}

  public static ObjectStorage create(Settings settings) {
    StorageSettings storage = settings.storage();
    if (storage instanceof StorageSettings.Bucket bucket) {
      return new GuardedStorage(new S3Storage(bucket.s3()));
    }
    StorageSettings.Directory directory = (StorageSettings.Directory) storage;
    return new FileStorage(directory.root(), directory.fsync());
  }
}
