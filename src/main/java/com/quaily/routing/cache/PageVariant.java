package com.quaily.routing.cache;

import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.Header;
import com.quaily.routing.http.HeaderGroup;
import com.quaily.storage.ObjectInfo;
import java.util.ArrayList;
import java.util.List;

/** One form of a page with the answers that are made from it. Immutable. */
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

  /** Made when it is asked for the first time: few pages ever stand for one that is missing. */
  private volatile PageResponse notFound;

  /**
   * Makes the usual answers.
   *
   * @param info the stored object
   * @param encoding the form of the body
   * @param ofContent the headers that follow from the content
   * @param validation the headers for caches
   * @param bodyHeaders the headers of this form
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

  /** The headers that follow from the content; the same for all forms of the page. */
  HeaderGroup ofContent() {
    return ofContent;
  }

  PageResponse ok() {
    return ok;
  }

  PageResponse notModified() {
    return notModified;
  }

  /** The page as the body of an answer that says there is nothing at the address asked for. */
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
