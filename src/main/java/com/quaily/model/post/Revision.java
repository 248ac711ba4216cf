package com.quaily.model.post;

import java.time.Instant;
import java.util.List;

/** A saved version of a post's content. */
public record Revision(
    long id,
    long postId,
    long userId,
    String title,
    String summary,
    String content,
    String paidContent,
    String coverImageUrl,
    List<String> tags,
    Instant createdAt) {}
