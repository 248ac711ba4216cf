package com.quaily.importer;

import java.util.List;
import java.util.Optional;

/** The channel that an import writes to. Called from one thread. */
public interface ImportTarget {

  /**
   * Every post of the channel that an earlier import made: those with {@code options.import}. Asked
   * once a run.
   */
  List<ExistingPost> importedPosts();

  /** The channel's post with this slug, imported or not. */
  Optional<ExistingPost> findBySlug(String slug);

  /**
   * Creates or changes one post, wholly or not at all, and keeps {@link PreparedPost#mark} in its
   * {@code options.import}.
   *
   * @param post what the post shall be; {@link ImportedState} says what becomes of its state
   * @param existing the post to change, whose slug may differ from the new one; empty to create
   * @throws com.quaily.model.error.InvalidException when a rule of the service refuses the post;
   *     the run goes on with the next file
   * @throws com.quaily.model.error.UnavailableException when nothing can be saved now; the run ends
   */
  void save(PreparedPost post, Optional<ExistingPost> existing);
}
