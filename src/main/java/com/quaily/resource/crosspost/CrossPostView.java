package com.quaily.resource.crosspost;

import com.quaily.model.ai.TaskCost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post and one of its targets.
 *
 * @param listId the target
 * @param status 0 pending, 1 working, 2 done, 3 failed, 4 duplicated; null = nobody has asked
 * @param done translated blocks, while it works
 * @param error why it failed
 * @param changed texts of the original that are new since the accepted translation
 * @param post the translation in the target
 * @param accepted how it came about
 * @param proposal what waits for somebody to accept it
 */
public record CrossPostView(
    long listId,
    String listSlug,
    String listTitle,
    String language,
    @Nullable Integer status,
    int done,
    int blocks,
    @Nullable String error,
    int changed,
    @Nullable TranslatedView post,
    @Nullable ProvenanceView accepted,
    @Nullable ProposalView proposal) {

  /**
   * A translation.
   *
   * @param content with the paid part, Markdown
   * @param publishedAt null = draft
   */
  public record TranslatedView(
      long id,
      String slug,
      String title,
      String content,
      @Nullable Instant publishedAt,
      Instant updatedAt) {}

  /**
   * How a translation came about.
   *
   * @param promptVersion name and version of the prompt
   * @param acceptedBy name of the user; null = unknown, or nobody yet
   */
  public record ProvenanceView(
      Instant createdAt,
      String promptVersion,
      TaskCost cost,
      @Nullable String acceptedBy,
      @Nullable Instant acceptedAt) {}

  /**
   * A suggestion.
   *
   * @param content with the paid part, Markdown
   * @param blocks number of blocks with prose
   * @param reused blocks that no model was asked about
   * @param leftOver blocks that stay in the original language
   */
  public record ProposalView(
      long id,
      String title,
      String summary,
      String content,
      int blocks,
      int reused,
      List<String> leftOver,
      ProvenanceView result) {}
}
