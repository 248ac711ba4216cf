package com.quaily.resource.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.PostInput;
import com.quaily.resource.api.HttpDate;
import com.quaily.resource.api.RequestTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A post in a request; omitted fields keep their values.
 *
 * @param datetime RFC 3339; in the channel's time zone if it has no zone
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

  /**
   * What the client asks for.
   *
   * @param zone in which dates without a zone are meant
   */
  PostInput input(ZoneId zone) {
    return new PostInput(
        slug,
        title,
        summary,
        content,
        coverImageUrl,
        RequestTimes.parse("datetime", datetime, zone),
        RequestTimes.parse("first_published_at", firstPublishedAt, zone),
        tagList(),
        theme,
        lang,
        postOptions,
        displayUsers);
  }

  /**
   * The save that the text is based on; null = none is named.
   *
   * @param unmodifiedSince the header that says the same for whole seconds, or null
   */
  Instant base(HttpDate unmodifiedSince) {
    return updatedAt == null && unmodifiedSince != null ? unmodifiedSince.end() : updatedAt;
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
}
