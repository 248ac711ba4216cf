package com.quaily.model.export;

import com.quaily.model.comment.CommentStatus;
import java.time.Instant;

/**
 * A comment in an export.
 *
 * @param quoteCommentId the comment that it replies to; null when none
 * @param post the slug of its post
 * @param author the author's name
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
