package com.quaily.routing.cache;

import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.Header;
import com.quaily.routing.http.HeaderGroup;
import com.quaily.storage.ObjectInfo;
import java.util.ArrayList;
import java.util.List;

/** A variant of a page with its prepared responses. Immutable. */
public final class PageVariant {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;

  private final ObjectInfo info;
  private final ContentEncoding encoding;
  private final PageBody body;
  private final HeaderGroup ofContent;
  private final List<Header> bodyHeaders;
  private final PageResponse ok;
  private final PageResponse notModified;

  /** Built on first use: few pages are ever used as a 404 page. */
  private volatile PageResponse notFound;

  /**
   * Builds the usual responses.
   *
   * @param info the stored object
   * @param encoding the encoding of the body
   * @param ofContent the headers that depend on the content
   * @param validation the headers for caches
   * @param bodyHeaders the headers of this variant
   */
  PageVariant(
      ObjectInfo info,
      ContentEncoding encoding,
      PageBody body,
      HeaderGroup ofContent,
      List<Header> validation,
      List<Header> bodyHeaders) {
    this.info = info;
    this.encoding = encoding;
    this.body = body;
    this.ofContent = ofContent;
    this.bodyHeaders = bodyHeaders;
    this.ok = new PageResponse(OK, ofContent, joined(validation, bodyHeaders), body);
    this.notModified = new PageResponse(NOT_MODIFIED, validation, PageBody.EMPTY);
  }

  public ObjectInfo info() {
    return info;
  }

  ContentEncoding encoding() {
    return encoding;
  }

  public PageBody body() {
    return body;
  }

  /** The headers that depend on the content; the same for all variants. */
  HeaderGroup ofContent() {
    return ofContent;
  }

  PageResponse ok() {
    return ok;
  }

  PageResponse notModified() {
    return notModified;
  }

  /** The page as the body of a 404 response. */
  public PageResponse notFound() {
    PageResponse made = notFound;
    if (made == null) {
      List<Header> absence = List.of(PageHeaders.ofAbsence(), PageHeaders.vary());
      made = new PageResponse(NOT_FOUND, ofContent, joined(absence, bodyHeaders), body);
      notFound = made;
    }
    return made;
  }

  private static List<Header> joined(List<Header> first, List<Header> second) {
    List<Header> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
