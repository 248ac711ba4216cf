package com.quaily.routing;

import com.quaily.storage.ObjectInfo;
import java.util.ArrayList;
import java.util.List;

/** One form of a page with the answers that are made from it. Immutable. */
final class PageVariant {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;

  private final ObjectInfo info;
  private final ContentEncoding encoding;
  private final PageBody body;
  private final List<Header> contentHeaders;
  private final PageResponse ok;
  private final PageResponse notModified;
  private final PageResponse notFound;

  /**
   * Makes all answers.
   *
   * @param info the stored object
   * @param encoding the form of the body
   * @param content the headers that follow from the content
   * @param validation the headers for caches
   * @param bodyHeaders the headers of this form
   */
  PageVariant(
      ObjectInfo info,
      ContentEncoding encoding,
      PageBody body,
      List<Header> content,
      List<Header> validation,
      List<Header> bodyHeaders) {
    this.info = info;
    this.encoding = encoding;
    this.body = body;
    this.contentHeaders = content;
    this.ok = new PageResponse(OK, joined(content, validation, bodyHeaders), body);
    this.notModified = new PageResponse(NOT_MODIFIED, validation, PageBody.EMPTY);
    List<Header> absence = List.of(PageHeaders.ofAbsence(), PageHeaders.vary());
    this.notFound = new PageResponse(NOT_FOUND, joined(content, absence, bodyHeaders), body);
  }

  ObjectInfo info() {
    return info;
  }

  ContentEncoding encoding() {
    return encoding;
  }

  PageBody body() {
    return body;
  }

  /** The headers that follow from the content; the same for all forms of the page. */
  List<Header> contentHeaders() {
    return contentHeaders;
  }

  PageResponse ok() {
    return ok;
  }

  PageResponse notModified() {
    return notModified;
  }

  /** The page as the body of an answer that says there is nothing at the address asked for. */
  PageResponse notFound() {
    return notFound;
  }

  private static List<Header> joined(List<Header> first, List<Header> second, List<Header> third) {
    List<Header> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }
}
