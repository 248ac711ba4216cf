package com.quaily.importer;

import com.quaily.importer.report.SourceException;
import com.quaily.importer.rewrite.Checksum;
import com.quaily.importer.rewrite.LocalImage;
import com.quaily.importer.source.SourceFolder;
import com.quaily.model.Limits;
import com.quaily.model.error.InvalidException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Stores each image once per run and replaces the placeholders with URLs. */
final class ImageUploads {
  private final ImageStore store;
  private final boolean dryRun;
  private final Map<String, String> urls = new HashMap<>();

  /**
   * @param dryRun check the images only
   */
  ImageUploads(ImageStore store, boolean dryRun) {
    this.store = store;
    this.dryRun = dryRun;
  }

  /**
   * The post with its images stored.
   *
   * @throws SourceException when an image can no longer be read, or the store rejects it
   */
  PreparedPost upload(PostPreparer.Prepared prepared) throws SourceException {
    PreparedPost post = prepared.post();
    String content = post.content();
    String cover = post.coverImageUrl();
    for (LocalImage image : prepared.images()) {
      String url = url(image);
      content = content.replace(image.placeholder(), url);
      cover = cover.replace(image.placeholder(), url);
    }
    return new PreparedPost(
        post.slug(), post.metadata(), content, cover, post.publication(), post.mark());
  }

  private String stored(byte[] content, LocalImage image) {
    if (!dryRun) {
      return store.store(content, image.filename());
    }
    store.check(content);
    return "/media/" + image.checksum() + ".webp";
  }

  private String url(LocalImage image) throws SourceException {
    String known = urls.get(image.checksum());
    if (known != null) {
      return known;
    }
    try {
      byte[] content = SourceFolder.read(image.file(), Limits.ATTACHMENT + 1);
      if (!Checksum.of(content).equals(image.checksum())) {
        throw new SourceException(image.filename() + " changed during the import");
      }
      String url = stored(content, image);
      urls.put(image.checksum(), url);
      return url;
    } catch (IOException e) {
      throw new SourceException(0, image.filename() + " cannot be read: " + e.getMessage(), e);
    } catch (InvalidException e) {
      throw new SourceException(0, image.filename() + ": " + e.getMessage(), e);
    }
  }
}
