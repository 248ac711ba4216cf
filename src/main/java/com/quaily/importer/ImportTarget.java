package com.quaily.importer;

import java.util.List;
import java.util.Optional;

/** The channel to import into. Called from one thread. */
public interface ImportTarget {

  /**
   * All posts of the channel from earlier imports: those with {@code options.import}. Called once
   * per run.
   */
  List<ExistingPost> importedPosts();

  /** The channel's post with this slug, imported or not. */
  Optional<ExistingPost> findBySlug(String slug);

  /**
   * Creates or changes a post atomically, and stores {@link PreparedPost#mark} in its {@code
   * options.import}.
   *
   * @param post the intended post; {@link ImportedState} defines its state
   * @param existing the post to change, whose slug may differ from the new one; empty to create
   * @throws com.quaily.model.error.InvalidException when the service rejects the post; the run
   *     continues with the next file
   * @throws com.quaily.model.error.UnavailableException when nothing can be saved now; the run ends
   */
  void save(PreparedPost post, Optional<ExistingPost> existing);

  /**
   * Throws what saving the post would, without saving it.
   *
   * @throws com.quaily.model.error.InvalidException as {@link #save}
   */
  void check(PreparedPost post, Optional<ExistingPost> existing);
}
