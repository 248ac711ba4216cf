package com.quaily.routing.cache;

import com.quaily.routing.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Built-in pages for when storage has no page or is unavailable. */
public final class BuiltInPages {

  private static final String HTML = "text/html; charset=utf-8";
  private static final int RETRY_AFTER_SECONDS = 5;

  private final PageHeaders headers;

  public BuiltInPages(PageHeaders headers) {
    this.headers = headers;
  }

  public PageResponse notFound() {
    return page(
        404,
        "Page not found",
        "There is no page at this address.",
        List.of(PageHeaders.ofAbsence(), PageHeaders.vary()));
  }

  public PageResponse badRequest() {
    return page(400, "Bad request", "This address is not valid.", List.of(uncached()));
  }

  public PageResponse methodNotAllowed() {
    return page(
        405,
        "Method not allowed",
        "Pages support only GET and HEAD requests.",
        List.of(uncached(), new Header("Allow", "GET, HEAD")));
  }

  public PageResponse unavailable() {
    return page(
        503,
        "Back in a moment",
        "This page is temporarily unavailable. Please try again shortly.",
        List.of(uncached(), new Header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS))));
  }

  /**
   * The response for a failed upstream service.
   *
   * @param status 502, 503 or 504
   */
  public PageResponse upstreamFailed(int status) {
    return page(
        status,
        "Back in a moment",
        "This service is temporarily unavailable. Please try again shortly.",
        List.of(uncached(), new Header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS))));
  }

  /** A permanent redirect. */
  public PageResponse movedTo(String location) {
    List<Header> all = new ArrayList<>();
    all.add(new Header("Location", location));
    all.add(PageHeaders.ofAbsence());
    all.add(PageHeaders.length(0));
    return new PageResponse(301, all, PageBody.EMPTY);
  }

  private PageResponse page(int status, String title, String text, List<Header> more) {
    byte[] html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <style>
        :root { color-scheme: light dark }
        body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto 0; padding: 0 1.2rem }
        h1 { font-size: 1.5rem; margin: 0 }
        </style>
        </head>
        <body>
        <h1>%s</h1>
        <p>%s</p>
        </body>
        </html>
        """
            .formatted(title, title, text)
            .getBytes(StandardCharsets.UTF_8);
    List<Header> all = new ArrayList<>(headers.ofContent("", HTML, html));
    all.addAll(more);
    all.add(PageHeaders.length(html.length));
    return new PageResponse(status, all, PageBody.of(html));
  }

  private static Header uncached() {
    return new Header("Cache-Control", "no-store");
  }
}
