package com.quaily.service.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.media.Photo;
import com.quaily.model.media.PhotoPage;
import java.util.List;
import java.util.stream.StreamSupport;

/** Parses and validates photos in the provider's response. */
final class PhotoReader {

  private PhotoReader() {}

  /**
   * @param answer a JSON object
   * @param most maximum number of photos
   */
  static PhotoPage page(JsonNode answer, int most) {
    List<Photo> photos =
        StreamSupport.stream(answer.path("results").spliterator(), false)
            .filter(photo -> text(photo, "id") != null)
            .limit(most)
            .map(PhotoReader::photo)
            .toList();
    return new PhotoPage(count(answer, "total"), count(answer, "total_pages"), photos);
  }

  private static Photo photo(JsonNode photo) {
    JsonNode urls = photo.path("urls");
    JsonNode links = photo.path("links");
    JsonNode user = photo.path("user");
    return new Photo(
        text(photo, "id"),
        count(photo, "width"),
        count(photo, "height"),
        text(photo, "color"),
        text(photo, "blur_hash"),
        text(photo, "description"),
        text(photo, "alt_description"),
        new Photo.Urls(
            link(urls, "raw"),
            link(urls, "full"),
            link(urls, "regular"),
            link(urls, "small"),
            link(urls, "thumb")),
        new Photo.Links(
            link(links, "html"), link(links, "download"), link(links, "download_location")),
        new Photo.Photographer(
            text(user, "id"),
            text(user, "username"),
            text(user, "name"),
            new Photo.ProfileLinks(link(user.path("links"), "html"))));
  }

  private static int count(JsonNode object, String field) {
    return Math.max(0, object.path(field).asInt(0));
  }

  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  /** Null for a URL that a browser could execute. */
  static String link(JsonNode object, String field) {
    String text = text(object, field);
    return text != null && text.matches("https?://\\S+") ? text : null;
  }
}
