package com.quaily.service.media;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.media.PhotoPage;
import com.quaily.service.http.RemoteJson;
import com.quaily.service.http.RemoteJson.Reply;
import com.quaily.service.validation.FieldValidator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Searches photos at Unsplash and reports their use, as its terms require. Sends requests only to
 * its API server.
 */
public final class Unsplash {

  /** Thirty photos with all their data have about 150 KB. */
  private static final int MAX_ANSWER = 1024 * 1024;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final Pattern DOWNLOAD = Pattern.compile("/photos/[A-Za-z0-9_-]{1,64}/download");

  private final Optional<UnsplashSettings> settings;
  private final Optional<RemoteJson> remote;

  /**
   * @param settings empty when not configured
   */
  public Unsplash(Optional<UnsplashSettings> settings) {
    this.settings = settings;
    this.remote = settings.map(given -> new RemoteJson(given.timeout(), MAX_ANSWER));
  }

  public boolean isConfigured() {
    return settings.isPresent();
  }

  /**
   * Searches photos, best match first.
   *
   * @param page from 1
   * @param limit photos per page, from 1; reduced to the maximum
   * @throws UnavailableException when not configured, or Unsplash's response is invalid
   */
  public PhotoPage search(String query, int page, int limit) {
    UnsplashSettings unsplash = configured();
    String words = FieldValidator.requiredLine("query", query, Limits.QUERY);
    if (page < 1 || page > Limits.PHOTO_PAGES) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "page", "must be from 1 to " + Limits.PHOTO_PAGES);
    }
    int most = Math.max(1, Math.min(Limits.PHOTOS, limit));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("query", words);
    fields.put("page", Integer.toString(page));
    fields.put("per_page", Integer.toString(most));
    Reply reply = ask(unsplash, "/search/photos?" + RemoteJson.encode(fields));
    if (!reply.body().path("results").isArray()) {
      throw unavailable(new IOException("the response has no results"));
    }
    return PhotoReader.page(reply.body(), most);
  }

  /**
   * Reports to Unsplash that a photo is used.
   *
   * @param endpoint the photo's download_location
   * @return the photo's URL
   * @throws InvalidException when the endpoint is not at Unsplash
   * @throws NotFoundException when there is no such photo
   * @throws UnavailableException when not configured, or Unsplash's response is invalid
   */
  public String downloadUrl(String endpoint) {
    UnsplashSettings unsplash = configured();
    URI asked = endpoint(unsplash, FieldValidator.requiredLine("endpoint", endpoint, Limits.URL));
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    Reply reply = ask(unsplash, asked.getRawPath() + query);
    if (reply.status() == NOT_FOUND) {
      throw new NotFoundException(ErrorCode.PHOTO_NOT_FOUND);
    }
    String url = PhotoReader.link(reply.body(), "url");
    if (url == null) {
      throw unavailable(new IOException("the response has no address"));
    }
    return url;
  }

  private UnsplashSettings configured() {
    return settings.orElseThrow(
        () ->
            new UnavailableException(
                ErrorCode.PHOTOS_NOT_CONFIGURED, ErrorCode.PHOTOS_NOT_CONFIGURED.message()));
  }

  private static URI endpoint(UnsplashSettings unsplash, String text) {
    try {
      URI uri = new URI(text);
      URI api = unsplash.apiUrl();
      boolean theirs =
          api.getScheme().equalsIgnoreCase(uri.getScheme())
              && Objects.equals(api.getRawAuthority(), uri.getRawAuthority())
              && uri.getRawFragment() == null
              && DOWNLOAD.matcher(uri.getRawPath()).matches();
      if (theirs) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw notTheirs(unsplash);
    }
    throw notTheirs(unsplash);
  }

  private static InvalidException notTheirs(UnsplashSettings unsplash) {
    return new InvalidException(
        ErrorCode.INVALID_FIELD,
        "endpoint",
        "must be the download_location of a photo, below " + unsplash.apiUrl());
  }

  private Reply ask(UnsplashSettings unsplash, String pathAndQuery) {
    Map<String, String> headers =
        Map.of("Authorization", "Client-ID " + unsplash.accessKey(), "Accept-Version", "v1");
    try {
      Reply reply = remote.orElseThrow().get(URI.create(unsplash.apiUrl() + pathAndQuery), headers);
      if (reply.status() != OK && reply.status() != NOT_FOUND) {
        throw unavailable(new IOException("status " + reply.status()));
      }
      return reply;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static UnavailableException unavailable(IOException cause) {
    return new UnavailableException(ErrorCode.PHOTOS_UNAVAILABLE, cause);
  }
}
