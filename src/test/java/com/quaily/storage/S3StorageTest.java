package com.quaily.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.UnavailableException;
import com.quaily.testing.S3Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StorageTest implements ObjectStorageContract {

  @TempDir static Path directory;
  private static S3Server server;

  private String bucket;
  private S3Storage underTest;

  @BeforeAll
  static void startServer() {
    server = S3Server.startIn(directory);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void makeBucket() {
    bucket = server.newBucket();
    underTest = new S3Storage(server.settings(bucket));
  }

  @AfterEach
  void close() {
    underTest.close();
  }

  @Override
  public ObjectStorage underTest() {
    return underTest;
  }

  @Override
  public void takeAway() {
    server.stop();
  }

  @Override
  public void bringBack() {
    server.start();
  }

  @Test
  void aPrefixKeepsSharedBucketsApart() {
    try (S3Storage ours = new S3Storage(server.settings(bucket, "ours/"))) {
      ours.put("a.txt", new byte[] {1}, "text/plain");
      underTest.put("theirs.txt", new byte[] {2}, "text/plain");

      assertEquals("a.txt", ours.list("").findFirst().orElseThrow().key());
      assertEquals(1, ours.list("").count());
      assertTrue(underTest.head("ours/a.txt").isPresent());
      assertTrue(ours.head("theirs.txt").isEmpty());
    }
  }

  @Test
  void aMissingBucketIsNotReportedAsAMissingObject() {
    try (S3Storage astray = new S3Storage(server.settings("no-such-bucket"))) {
      assertThrows(UnavailableException.class, () -> astray.get("a.txt"));
      assertThrows(UnavailableException.class, () -> astray.list("").count());
    }
  }

  /** The test's server keeps the ETag beside the file and writes one after the other. */
  @Override
  public boolean tagsFollowAtOnce() {
    return false;
  }
}
