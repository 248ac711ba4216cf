package com.quaily.service.exporter;

import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of any size in a storage that reads and writes whole objects: stored as parts of a few
 * megabytes in a folder.
 */
final class PartedFile {

  private static final int PART = 8 << 20;
  private static final String TYPE = "application/octet-stream";

  private final ObjectStorage storage;
  private final String folder;

  /**
   * @param folder ends with a slash
   */
  PartedFile(ObjectStorage storage, String folder) {
    this.storage = storage;
    this.folder = folder;
  }

  /** A stream into the folder; the file is complete when it is closed. */
  Writer write() {
    return new Writer();
  }

  /** Copies the whole file to a stream. */
  void copyTo(OutputStream out) throws IOException {
    for (String key : keys()) {
      StoredObject part =
          storage
              .get(key)
              .orElseThrow(() -> new IOException("a part of the file is missing: " + key));
      out.write(part.content());
    }
  }

  void delete() {
    keys().forEach(storage::delete);
  }

  private List<String> keys() {
    try (Stream<String> keys = storage.list(folder).map(info -> info.key())) {
      return keys.toList();
    }
  }

  /** Counts what it writes. */
  final class Writer extends OutputStream {

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private int parts;
    private long size;

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int at = offset;
      int left = length;
      while (left > 0) {
        int now = Math.min(left, PART - part.size());
        part.write(bytes, at, now);
        at += now;
        left -= now;
        if (part.size() == PART) {
          store();
        }
      }
      size += length;
    }

    private void store() {
      storage.put(folder + String.format("%06d", ++parts), part.toByteArray(), TYPE);
      part.reset();
    }

    /** Bytes written so far. */
    long size() {
      return size;
    }

    @Override
    public void close() {
      if (part.size() > 0) {
        store();
      }
    }
  }
}
