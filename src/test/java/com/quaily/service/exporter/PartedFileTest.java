package com.quaily.service.exporter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.testing.MemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartedFileTest {

  private final MemoryStorage storage = new MemoryStorage();
  private final PartedFile underTest = new PartedFile(storage, "exports/a/");

  @Test
  void aLargeFileComesBackAsItWasWritten() throws IOException {
    byte[] content = new byte[20 << 20];
    new Random(7).nextBytes(content);

    try (PartedFile.Writer out = underTest.write()) {
      out.write(content[0]);
      out.write(content, 1, 9_999_999);
      out.write(content, 10_000_000, content.length - 10_000_000);
      assertEquals(content.length, out.size());
    }

    ByteArrayOutputStream read = new ByteArrayOutputStream();
    underTest.copyTo(read);
    assertArrayEquals(content, read.toByteArray());
    assertEquals(3, storage.list("exports/a/").count());
  }

  @Test
  void deletingItLeavesOthers() {
    underTest.write().close();
    try (PartedFile.Writer out = underTest.write()) {
      out.write(1);
    }
    try (PartedFile.Writer other = new PartedFile(storage, "exports/b/").write()) {
      other.write(2);
    }

    underTest.delete();

    assertEquals(1, storage.list("exports/").count());
  }
}
