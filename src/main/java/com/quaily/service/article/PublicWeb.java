package com.quaily.service.article;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.http.NotPublicException;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;

/**
 * Fetches public addresses that a user names. Every address, also that of a redirect, must be http
 * or https on the usual port and belong to a public server. Size and time are limited. Thread-safe.
 */
public final class PublicWeb implements Closeable {

  private static final int REDIRECTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final boolean privateAddresses;
  private final WebClient client;

  public PublicWeb(ArticleSettings settings) {
    privateAddresses = settings.privateAddresses();
    client =
        new WebClient(privateAddresses ? WebClient.Reach.ANY : WebClient.Reach.PUBLIC, PATIENCE);
  }

  /**
   * Fetches an address and follows its redirects.
   *
   * @param maxBytes of the unpacked body
   * @throws InvalidException when an address is not allowed
   * @throws IOException when there is no successful response of that size in time
   */
  public Fetched get(URI address, int maxBytes) throws IOException {
    URI current = address;
    for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
      requireAllowed(current);
      WebResponse answer = exchange(current, maxBytes);
      Optional<String> location = answer.header("Location").filter(to -> isRedirect(answer));
      if (location.isEmpty()) {
        return fetched(current, answer);
      }
      current = resolve(current, location.get());
    }
    throw new IOException("more than " + REDIRECTS + " redirects");
  }

  private static boolean isRedirect(WebResponse answer) {
    return answer.status() >= 300 && answer.status() < 400;
  }

  private static Fetched fetched(URI address, WebResponse answer) throws IOException {
    if (answer.status() != 200) {
      throw new IOException("the server answers with status " + answer.status());
    }
    ContentType type = ContentType.parseLenient(answer.header("Content-Type").orElse(null));
    return new Fetched(address, type, answer.body());
  }

  private static URI resolve(URI base, String location) throws IOException {
    try {
      return base.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw new IOException("the redirect has no valid address", e);
    }
  }

  private void requireAllowed(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    int usual = scheme.equals("http") ? 80 : 443;
    boolean port = address.getPort() == -1 || address.getPort() == usual || privateAddresses;
    if (!web || !port || address.getHost() == null || address.getRawUserInfo() != null) {
      throw refused();
    }
  }

  private static InvalidException refused() {
    return new InvalidException(
        ErrorCode.ARTICLE_REFUSED, "url", "must be the http or https address of a public page");
  }

  private WebResponse exchange(URI address, int maxBytes) throws IOException {
    try {
      return client.send(WebRequest.get(address), maxBytes);
    } catch (NotPublicException e) {
      throw refused();
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * A fetched document.
   *
   * @param address after redirects
   * @param contentType null when the server named none
   */
  public record Fetched(URI address, ContentType contentType, byte[] body) {}
}
