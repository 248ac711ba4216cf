package com.quaily.model.media;

/**
 * A photo of somebody else's, in the words of the provider. Texts and links that it does not give
 * are null; a link always begins with https or http.
 *
 * @param width in pixels
 * @param height in pixels
 * @param color a colour to show until the photo is there, such as {@code #60544d}
 * @param blurHash a blurred form of it in some characters
 * @param description what the photographer says
 * @param altDescription what is to be seen, for those who cannot
 * @param urls the photo itself
 * @param links where it stands
 * @param user who took it, and is to be named wherever it is shown
 */
public record Photo(
    String id,
    int width,
    int height,
    String color,
    String blurHash,
    String description,
    String altDescription,
    Urls urls,
    Links links,
    Photographer user) {

  /** Addresses of the photo in several sizes, from the largest. */
  public record Urls(String raw, String full, String regular, String small, String thumb) {}

  /**
   * Addresses about the photo.
   *
   * @param html for people
   * @param download the photo as a file
   * @param downloadLocation is asked for when the photo is put to use, so that it can be counted
   */
  public record Links(String html, String download, String downloadLocation) {}

  /** Somebody who takes photos. */
  public record Photographer(String id, String username, String name, ProfileLinks links) {}

  /**
   * Addresses about a person.
   *
   * @param html their profile, for people
   */
  public record ProfileLinks(String html) {}
}
