package com.quaily.model.crosspost;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model made of a post: a suggestion until somebody accepts it.
 *
 * @param sourceHash SHA-256 of the whole original
 * @param blockHashes SHA-256 of the original's title, summary and blocks, in order
 * @param content with the paid part, Markdown
 * @param blocks number of blocks with prose
 * @param reused blocks that no model was asked about
 * @param leftOver blocks that stay in the original language
 * @param promptVersion name and version of the prompt
 * @param models those that were asked; empty when nothing was new
 * @param micros in millionths of the operator's currency
 * @param acceptedBy the user; null = nobody yet
 */
public record CrossPostResult(
    long id,
    long crossPostId,
    byte[] sourceHash,
    List<String> blockHashes,
    String title,
    String summary,
    String content,
    int blocks,
    int reused,
    List<String> leftOver,
    String promptVersion,
    String models,
    long tokens,
    long micros,
    Instant createdAt,
    @Nullable Long acceptedBy,
    @Nullable Instant acceptedAt) {

  public CrossPostResult {
    blockHashes = List.copyOf(blockHashes);
    leftOver = List.copyOf(leftOver);
  }
}
