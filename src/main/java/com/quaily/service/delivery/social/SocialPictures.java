package com.quaily.service.delivery.social;

import com.quaily.model.Site;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import com.quaily.storage.ObjectStorage;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Loads pictures for services that do not fetch them. */
final class SocialPictures {

  /** Bytes of a picture; Bluesky's limit for the picture of a card. */
  private static final int LARGEST = 1_000_000;

  private static final String MEDIA = "/media/";

  private final ObjectStorage storage;
  private final WebClient client;
  private final Site site;

  /**
   * @param client for pictures elsewhere; reaches public servers only
   */
  SocialPictures(ObjectStorage storage, WebClient client, Site site) {
    this.storage = storage;
    this.client = client;
    this.site = site;
  }

  /** The picture; empty when there is none, it is too large or cannot be loaded. */
  Optional<Picture> load(String url) {
    try {
      if (url.startsWith(site.url(MEDIA))) {
        return own(url.substring(site.baseUrl().length() + 1));
      }
      return url.isEmpty() ? Optional.empty() : remote(URI.create(url));
    } catch (IOException | IllegalArgumentException | UnavailableException e) {
      return Optional.empty();
    }
  }

  private Optional<Picture> own(String key) {
    return storage
        .get(key)
        .filter(object -> object.content().length <= LARGEST)
        .map(object -> new Picture(object.info().contentType(), object.content()));
  }

  private Optional<Picture> remote(URI url) throws IOException {
    WebResponse response = client.send(WebRequest.get(url), LARGEST);
    String type = response.header("Content-Type").orElse("");
    boolean usable = response.isSuccess() && type.startsWith("image/");
    return usable ? Optional.of(new Picture(type, response.body())) : Optional.empty();
  }

  /** A picture. */
  record Picture(String contentType, byte[] content) {}
}
