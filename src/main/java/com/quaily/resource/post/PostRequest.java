package com.quaily.resource.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.PostInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A post in a request; omitted fields keep their values.
 *
 * @param datetime RFC 3339; UTC if it has no zone
 * @param tags separated by commas, or an array
 * @param displayUsers ids of the users named as authors: the owner and cooperators; an empty array
 *     names the author alone
 * @param updatedAt the save that this version is based on
 */
public record PostRequest(
    String slug,
    String title,
    String summary,
    String content,
    String coverImageUrl,
    String datetime,
    String firstPublishedAt,
    JsonNode tags,
    String theme,
    String lang,
    Map<String, Object> postOptions,
    List<Long> displayUsers,
    Instant updatedAt) {

  PostInput input() {
    return new PostInput(
        slug,
        title,
        summary,
        content,
        coverImageUrl,
        time("datetime", datetime),
        time("first_published_at", firstPublishedAt),
        tagList(),
        theme,
        lang,
        postOptions,
        displayUsers);
  }

  private List<String> tagList() {
    if (tags == null || tags.isNull()) {
      return null;
    }
    if (tags.isTextual()) {
      return Arrays.asList(tags.textValue().split("[,,、]"));
    }
    if (!tags.isArray()) {
      throw wrongTags();
    }
    List<String> list = new ArrayList<>();
    for (JsonNode tag : tags) {
      if (!tag.isTextual()) {
        throw wrongTags();
      }
      list.add(tag.textValue());
    }
    return list;
  }

  private static InvalidException wrongTags() {
    return new InvalidException(
        ErrorCode.INVALID_FIELD, "tags", "must be a comma-separated string or an array of strings");
  }

  /**
   * A time in a request; null when none is given.
   *
   * @param text RFC 3339; UTC if it has no zone
   */
  static Instant time(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    // More precise than the database; the response would differ from what is read later.
    return parse(field, text.strip()).truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant parse(String field, String value) {
    try {
      if (value.length() == 10) {
        return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      String iso = value.replace(' ', 'T');
      boolean zoned =
          iso.endsWith("Z") || iso.endsWith("z") || iso.matches(".*[+-]\\d\\d:?\\d\\d$");
      return zoned
          ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, field, "must be a time such as 2026-01-31T09:30:00Z");
    }
  }
}
