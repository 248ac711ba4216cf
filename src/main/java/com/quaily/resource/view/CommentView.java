package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A comment as the API shows it.
 *
 * @param status 0 pending, 1 approved, 2 rejected, 3 spam
 * @param authorId 0 when the comment was deleted and only its answers keep its place
 * @param content empty then
 * @param quoteComment what it answers; null when nothing, or nothing that others may read
 * @param repliedComments what answers it; left out within another comment
 * @param author null when the comment was deleted
 * @param post left out within another comment
 */
public record CommentView(
    long id,
    Long quoteCommentId,
    long postId,
    long listId,
    long authorId,
    String content,
    int status,
    Instant createdAt,
    Instant updatedAt,
    CommentView quoteComment,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<CommentView> repliedComments,
    UserView author,
    @JsonInclude(JsonInclude.Include.NON_NULL) CommentedPostView post) {

  /** The post that a comment is about, as far as a list of comments needs it. */
  public record CommentedPostView(
      long id,
      String slug,
      String title,
      String summary,
      String coverImageUrl,
      long userId,
      long listId,
      Instant publishedAt) {}
}
