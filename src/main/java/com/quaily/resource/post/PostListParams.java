package com.quaily.resource.post;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.PostChoice;
import com.quaily.resource.api.PaginationParams;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** Which posts of a channel to list. */
public final class PostListParams {

  /** 1 or true: published posts only, also for writers. */
  @QueryParam("public")
  private String published;

  /**
   * {@code free} or {@code premium}; for writers also {@code draft}, {@code scheduled} (soonest
   * first) or {@code trash}.
   */
  @QueryParam("type")
  private String type;

  /** For writers: a text that title, summary or content contain. */
  @QueryParam("q")
  private String query;

  /** {@code score}; otherwise by date. */
  @QueryParam("sort")
  private String sort;

  /** Exactly these, separated by commas; the response is then a plain array. */
  @QueryParam("ids")
  private String ids;

  /** Empty when no ids were given. */
  Optional<List<Long>> ids() {
    return Optional.ofNullable(ids).map(PaginationParams::ids);
  }

  /** Empty when none was given. */
  String query() {
    return query == null ? "" : query.strip();
  }

  PostChoice choice() {
    if (isGiven(type)) {
      return byType();
    }
    if ("score".equals(sort)) {
      return PostChoice.BY_SCORE;
    }
    boolean publishedOnly = "1".equals(published) || "true".equals(published);
    return publishedOnly ? PostChoice.PUBLISHED : PostChoice.ALL;
  }

  private PostChoice byType() {
    return switch (type) {
      case "free" -> PostChoice.FREE;
      case "premium" -> PostChoice.PREMIUM;
      case "draft" -> PostChoice.DRAFT;
      case "scheduled" -> PostChoice.SCHEDULED;
      case "trash" -> PostChoice.TRASH;
      default ->
          throw new InvalidException(
              ErrorCode.INVALID_FIELD,
              "type",
              "must be free or premium, or for writers draft, scheduled or trash");
    };
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }
}
