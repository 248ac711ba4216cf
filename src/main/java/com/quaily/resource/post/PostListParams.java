package com.quaily.resource.post;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.PostChoice;
import com.quaily.resource.api.PaginationParams;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** Which posts of a channel are asked for. */
public final class PostListParams {

  /** 1 or true: published ones only, for writers too. */
  @QueryParam("public")
  private String published;

  /** {@code draft} (for writers), {@code free} or {@code premium}. */
  @QueryParam("type")
  private String type;

  /** {@code score}; otherwise by date. */
  @QueryParam("sort")
  private String sort;

  /** Exactly these, separated by commas; the answer is a plain array then. */
  @QueryParam("ids")
  private String ids;

  /** Empty when no ids were named. */
  Optional<List<Long>> ids() {
    return Optional.ofNullable(ids).map(PaginationParams::ids);
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
      case "draft", "drafts" -> PostChoice.DRAFTS;
      case "free" -> PostChoice.FREE;
      case "premium" -> PostChoice.PREMIUM;
      default ->
          throw new InvalidException(
              ErrorCode.INVALID_FIELD, "type", "must be draft, free or premium");
    };
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }
}
