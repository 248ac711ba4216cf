package com.quaily.model.media;

import org.jspecify.annotations.Nullable;

/**
 * A stock photo, with the provider's field names. Missing texts and links are null; a link always
 * starts with https or http.
 *
 * @param width in pixels
 * @param height in pixels
 * @param color a placeholder color, such as {@code #60544d}
 * @param blurHash a blurred placeholder, encoded as BlurHash
 * @param description by the photographer
 * @param altDescription a description for people who cannot see the photo
 * @param urls the image files
 * @param links related pages
 * @param user the photographer, who must be credited wherever the photo is shown
 */
public record Photo(
    String id,
    int width,
    int height,
    @Nullable String color,
    @Nullable String blurHash,
    @Nullable String description,
    @Nullable String altDescription,
    Urls urls,
    Links links,
    Photographer user) {

  /** Addresses of the photo in several sizes, from the largest. */
  public record Urls(
      @Nullable String raw,
      @Nullable String full,
      @Nullable String regular,
      @Nullable String small,
      @Nullable String thumb) {}

  /**
   * Links of a photo.
   *
   * @param html its page
   * @param download the photo as a file
   * @param downloadLocation must be requested when the photo is used, so that the provider can
   *     count it
   */
  public record Links(
      @Nullable String html, @Nullable String download, @Nullable String downloadLocation) {}

  /** A photographer. */
  public record Photographer(
      @Nullable String id, @Nullable String username, @Nullable String name, ProfileLinks links) {}

  /**
   * Links of a photographer.
   *
   * @param html their profile page
   */
  public record ProfileLinks(@Nullable String html) {}
}
