package com.quaily.importer;

/** Where the images of imported posts go. Called from one thread. */
public interface ImageStore {

  /**
   * Stores an image; the same bytes always end in the same attachment.
   *
   * @param content a PNG, JPEG, GIF, WebP or ICO file of at most 5 MB, by its first bytes
   * @param filename the name it had in the folder, without any path
   * @return the URL that pages show it by
   * @throws com.quaily.model.error.InvalidException when the image cannot be decoded or is too
   *     large; the post is then not imported
   * @throws com.quaily.model.error.UnavailableException when nothing can be stored now; the run
   *     ends
   */
  String store(byte[] content, String filename);
}
