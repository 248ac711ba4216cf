package com.quaily.routing.cache;

import com.quaily.model.HttpDates;
import com.quaily.model.page.ContentSecurityPolicy;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.EntityTags;
import com.quaily.routing.http.Header;
import com.quaily.storage.ObjectInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The header fields of the router's own responses. */
public final class PageHeaders {

  private static final String IMMUTABLE = "public, max-age=31536000, immutable";
  private static final String BRIEFLY = "public, max-age=0, s-maxage=10";

  /** File names into which a bundler has put a hash of the content. */
  private static final Pattern HASHED_ASSET =
      Pattern.compile("sites/(?:.*/)?assets/(?:.*/)?[^/]*[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

  /** The frame for diagrams in articles; the hash of its content is in the name. */
  private static final Pattern DIAGRAM_FRAME =
      Pattern.compile("sites/assets/diagram-frame-[0-9a-f]+\\.html");

  /** Pages with forms for strangers, which embed the challenge provider. */
  private static final Pattern GUARDED_PAGE =
      Pattern.compile("pages/[^/]+/.*|sites/front/(?:oauth/authorize|login|report)\\.html");

  private static final Pattern WIDGET = Pattern.compile("pages/[^/]+/(?:post-)?widget\\.html");

  private static final Header VARY = new Header("Vary", "Accept-Encoding");
  private static final Header NOT_SNIFFED = new Header("X-Content-Type-Options", "nosniff");
  private static final Header NOT_FRAMED = new Header("X-Frame-Options", "DENY");

  /** An SVG opened directly can use its own styles but never scripts. */
  private static final Header DRAWING_POLICY =
      new Header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");

  private static final Header RANGES = new Header("Accept-Ranges", "bytes");
  private static final Header REFERRER =
      new Header("Referrer-Policy", "strict-origin-when-cross-origin");

  private final HeaderSettings settings;
  private final ContentSecurityPolicy policy;

  public PageHeaders(HeaderSettings settings) {
    this.settings = settings;
    this.policy = new ContentSecurityPolicy(settings.trustedOrigins());
  }

  /** The headers that depend on the content, but not on encoding or status. */
  List<Header> ofContent(String key, String contentType, byte[] content) {
    List<Header> headers = new ArrayList<>();
    // Without a space, because servlet containers write it that way.
    headers.add(new Header("Content-Type", contentType.replace("; ", ";")));
    headers.add(NOT_SNIFFED);
    headers.add(REFERRER);
    if (DIAGRAM_FRAME.matcher(key).matches()) {
      headers.add(new Header("Content-Security-Policy", ContentSecurityPolicy.OF_DIAGRAMS));
    } else if (contentType.startsWith("text/html")) {
      boolean mayBeFramed = mayBeFramed(key);
      List<String> more =
          GUARDED_PAGE.matcher(key).matches() ? settings.challengeOrigins() : List.of();
      headers.add(new Header("Content-Security-Policy", policy.of(content, mayBeFramed, more)));
      if (!mayBeFramed) {
        headers.add(NOT_FRAMED);
      }
    } else if (contentType.startsWith("image/svg")) {
      headers.add(DRAWING_POLICY);
    }
    settings
        .strictTransport()
        .ifPresent(
            age ->
                headers.add(new Header("Strict-Transport-Security", "max-age=" + age.toSeconds())));
    return headers;
  }

  /** The headers for caching and revalidating a variant of the page. */
  List<Header> ofValidation(ObjectInfo info, ContentEncoding encoding, boolean varies) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Cache-Control", cacheControl(info.key())));
    headers.add(new Header("ETag", EntityTags.of(info.etag(), encoding)));
    headers.add(new Header("Last-Modified", HttpDates.format(info.lastModified())));
    if (varies) {
      headers.add(VARY);
    }
    return headers;
  }

  /** The headers of one variant of the body. */
  List<Header> ofBody(ContentEncoding encoding, int length) {
    Header size = length(length);
    return encoding == ContentEncoding.IDENTITY
        ? List.of(RANGES, size)
        : List.of(new Header("Content-Encoding", encoding.token()), size);
  }

  /** How long a 404 response can be cached. */
  static Header ofAbsence() {
    return new Header("Cache-Control", BRIEFLY);
  }

  static Header vary() {
    return VARY;
  }

  static Header length(int length) {
    return new Header("Content-Length", Integer.toString(length));
  }

  private String cacheControl(String key) {
    boolean immutable = key.startsWith("media/") || HASHED_ASSET.matcher(key).matches();
    return immutable ? IMMUTABLE : settings.pageCacheControl();
  }

  private static boolean mayBeFramed(String key) {
    return key.equals("sites/widget/index.html") || WIDGET.matcher(key).matches();
  }
}
