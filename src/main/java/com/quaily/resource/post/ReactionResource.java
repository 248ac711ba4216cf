package com.quaily.resource.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.QueryIds;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.post.ReactionService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers' reactions to posts. */
@Path("/posts/reactions")
public final class ReactionResource {

  private static final Pattern HEXADECIMAL =
      Pattern.compile("(?:0[xX]|[uU]\\+)?([0-9a-fA-F]{1,6})");

  private final ReactionService reactionService;
  private final PostViews postViews;

  public ReactionResource(ReactionService reactionService, PostViews postViews) {
    this.reactionService = reactionService;
    this.postViews = postViews;
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Add the caller's reaction to a post, or remove it if it exists")
  @POST
  public ApiResponse<PostView> toggle(
      @Context Caller caller, @QueryParam("id") String id, ReactionRequest body) {
    ReactionRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        postViews.whole(
            reactionService.toggle(
                caller, QueryIds.require("id", id), request.emoji(), request.codePoint()),
            Optional.of(caller)));
  }

  /**
   * A reaction; emoji or code is enough.
   *
   * @param code Unicode code point: a number, or its hexadecimal digits as in {@code 0x1f600},
   *     {@code 1f600} and {@code U+1F600}
   */
  public record ReactionRequest(
      String emoji, @Schema(types = {"string", "integer"}) JsonNode code) {

    /** Null when none is named. */
    Integer codePoint() {
      if (code == null || code.isNull() || code.isTextual() && code.textValue().isBlank()) {
        return null;
      }
      if (code.canConvertToInt() && code.isIntegralNumber()) {
        return code.intValue();
      }
      Matcher hexadecimal = HEXADECIMAL.matcher(code.asText().strip());
      if (!hexadecimal.matches()) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD, "code", "must be a number or text such as 0x1f600");
      }
      return Integer.parseInt(hexadecimal.group(1), 16);
    }
  }
}
