package com.quaily.importer;

import com.quaily.importer.report.SourceException;
import java.util.Optional;
import java.util.Set;

/** Decides which post a file updates, so that no unrelated post is overwritten. */
final class PostMatcher {
  private final ImportTarget target;
  private final boolean overwrite;
  private final Set<String> sources;

  /**
   * @param sources every document of the run
   */
  PostMatcher(ImportTarget target, boolean overwrite, Set<String> sources) {
    this.target = target;
    this.overwrite = overwrite;
    this.sources = Set.copyOf(sources);
  }

  /**
   * The post to change; empty to create a new one.
   *
   * @param earlier the post from an earlier import of the same file
   * @throws SourceException when the slug belongs to a post that must not be replaced
   */
  Optional<ExistingPost> match(PreparedPost post, Optional<ExistingPost> earlier)
      throws SourceException {
    if (earlier.map(ExistingPost::slug).filter(post.slug()::equals).isPresent()) {
      return earlier;
    }
    Optional<ExistingPost> holder = target.findBySlug(post.slug());
    if (holder.isEmpty()) {
      return earlier;
    }
    if (earlier.isPresent()) {
      throw new SourceException("another post of the channel has the slug \"" + post.slug() + "\"");
    }
    checkReplaceable(post, holder.get());
    return holder;
  }

  private void checkReplaceable(PreparedPost post, ExistingPost holder) throws SourceException {
    String slug = "the slug \"" + post.slug() + "\" ";
    if (holder.mark().isEmpty()) {
      if (!overwrite) {
        throw new SourceException(
            slug + "belongs to a post that was not imported; --overwrite would replace it");
      }
      return;
    }
    ImportMark mark = holder.mark().get();
    if (sources.contains(mark.source())) {
      throw new SourceException(slug + "belongs to the post of " + mark.source());
    }
    boolean moved = mark.fingerprint().equals(post.mark().fingerprint());
    if (!moved && !overwrite) {
      throw new SourceException(
          slug + "belongs to the post of " + mark.source() + "; --overwrite would replace it");
    }
  }
}
