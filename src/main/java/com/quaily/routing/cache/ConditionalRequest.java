package com.quaily.routing.cache;

import com.quaily.model.HttpDates;
import com.quaily.routing.http.ByteRange;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.EntityTags;
import com.quaily.routing.http.Header;
import com.quaily.routing.http.RequestFields;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Selects the response to a conditional or range request. */
public final class ConditionalRequest {

  private static final int PARTIAL = 206;
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_SATISFIABLE = 416;

  private ConditionalRequest() {}

  /** Evaluates the conditions in the order of RFC 9110, section 13.2.2. */
  public static PageResponse answer(PageVariant page, RequestFields fields) {
    if (isUnwanted(page, fields)) {
      return new PageResponse(PRECONDITION_FAILED, List.of(PageHeaders.length(0)), PageBody.EMPTY);
    }
    if (fields.ifNoneMatch() != null) {
      if (EntityTags.matches(fields.ifNoneMatch(), page.info().etag())) {
        return page.notModified();
      }
    } else if (fields.ifModifiedSince() != null && isUnmodified(page, fields.ifModifiedSince())) {
      return page.notModified();
    }
    boolean partOfWhole = fields.range() != null && page.encoding() == ContentEncoding.IDENTITY;
    return partOfWhole && !fields.head() && allowsRange(page, fields.ifRange())
        ? part(page, fields.range())
        : page.ok();
  }

  /** Whether the reader wants another version than this one, for example to continue a download. */
  private static boolean isUnwanted(PageVariant page, RequestFields fields) {
    if (fields.ifMatch() != null) {
      return !EntityTags.matchesStrongly(fields.ifMatch(), page.info().etag());
    }
    return fields.ifUnmodifiedSince() != null
        && HttpDates.parse(fields.ifUnmodifiedSince())
            .filter(time -> lastModified(page).isAfter(time))
            .isPresent();
  }

  private static boolean isUnmodified(PageVariant page, String since) {
    Optional<Instant> time = HttpDates.parse(since);
    return time.isPresent() && !lastModified(page).isAfter(time.get());
  }

  private static boolean allowsRange(PageVariant page, String ifRange) {
    if (ifRange == null) {
      return true;
    }
    if (ifRange.indexOf('"') >= 0) {
      return ifRange.equals(EntityTags.of(page.info().etag(), page.encoding()));
    }
    return HttpDates.parse(ifRange).filter(lastModified(page)::equals).isPresent();
  }

  private static Instant lastModified(PageVariant page) {
    return page.info().lastModified().truncatedTo(ChronoUnit.SECONDS);
  }

  private static PageResponse part(PageVariant page, String header) {
    int length = page.body().length();
    Optional<ByteRange> wanted = ByteRange.parse(header, length);
    if (wanted.isEmpty()) {
      return page.ok();
    }
    ByteRange range = wanted.get();
    if (!range.isSatisfiable()) {
      List<Header> headers = withoutLength(page.ok().headers());
      headers.add(new Header("Content-Range", "bytes */" + length));
      headers.add(PageHeaders.length(0));
      return new PageResponse(NOT_SATISFIABLE, headers, PageBody.EMPTY);
    }
    int start = (int) range.start();
    int end = (int) range.end();
    List<Header> headers = withoutLength(page.ok().headers());
    headers.add(new Header("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + length));
    headers.add(PageHeaders.length(end - start));
    return new PageResponse(PARTIAL, headers, page.body().part(start, end));
  }

  private static List<Header> withoutLength(List<Header> headers) {
    List<Header> kept = new ArrayList<>(headers);
    kept.removeIf(header -> header.name().equals("Content-Length"));
    return kept;
  }
}
