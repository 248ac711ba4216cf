package com.quaily.importer;

/** Stores the images of imported posts. Called from one thread. */
public interface ImageStore {

  /**
   * Stores an image; the same bytes always give the same attachment.
   *
   * @param content a PNG, JPEG, GIF, WebP or ICO file of at most 5 MB, detected by its first bytes
   * @param filename its name in the folder, without a path
   * @return the public URL
   * @throws com.quaily.model.error.InvalidException when the image cannot be decoded or is too
   *     large; the post is then not imported
   * @throws com.quaily.model.error.UnavailableException when nothing can be stored now; the run
   *     ends
   */
  String store(byte[] content, String filename);

  /**
   * Throws what storing the image would, without storing it.
   *
   * @throws com.quaily.model.error.InvalidException as {@link #store}
   */
  void check(byte[] content);
}
