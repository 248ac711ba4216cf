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
 * @param spam how likely it is spam; only for moderators
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
    @Nullable UserView author,
    @JsonInclude(JsonInclude.Include.NON_NULL) CommentedPostView post,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SpamView spam) {

  /**
   * How likely a comment is spam.
   *
   * @param score from 0, certainly not, to 1
   * @param reason in a few English words; may be empty
   * @param judge name and version of a prompt; local without a model
   */
  public record SpamView(double score, String reason, String judge) {}

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
