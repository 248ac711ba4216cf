package com.quaily.model.export;

import com.quaily.model.comment.CommentStatus;
import java.time.Instant;

/**
 * A comment, as an export shows it.
 *
 * @param quoteCommentId the comment that it answers; null when none
 * @param post the slug of the post that it stands under
 * @param author the name that its author goes by
 */
public record ExportedComment(
    long id,
    Long quoteCommentId,
    String post,
    String author,
    String content,
    CommentStatus status,
    Instant createdAt,
    Instant updatedAt) {}
