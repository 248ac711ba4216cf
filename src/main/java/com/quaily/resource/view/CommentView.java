package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment in API responses.
 *
 * @param status 0 visible, 1 pending, 2 spam
 * @param authorId 0 when the comment was deleted and only its replies keep its place
 * @param content empty when the comment was deleted
 * @param quoteComment the comment it replies to; null when none, or none that is public
 * @param repliedComments its replies; omitted within another comment
 * @param author null when the comment was deleted
 * @param post omitted within another comment
 */
public record CommentView(
    long id,
    @Nullable Long quoteCommentId,
    long postId,
    long listId,
    long authorId,
    String content,
    int status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable CommentView quoteComment,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<CommentView> repliedComments,
    UserView author,
    @JsonInclude(JsonInclude.Include.NON_NULL) CommentedPostView post) {

  /** The post of a comment, with the fields that a list of comments needs. */
  public record CommentedPostView(
      long id,
      String slug,
      String title,
      String summary,
      String coverImageUrl,
      long userId,
      long listId,
      @Nullable Instant publishedAt) {}
}
