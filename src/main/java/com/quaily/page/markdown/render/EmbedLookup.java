package com.quaily.page.markdown.render;

import java.util.Optional;

/** Finds posts and channels of this site that can be embedded as cards; must be thread-safe. */
public interface EmbedLookup {
  /** Finds nothing, so that every internal embed is a plain link. */
  EmbedLookup NONE =
      new EmbedLookup() {
        @Override
        public Optional<EmbeddedPost> post(String channelSlug, String postSlug) {
          return Optional.empty();
        }

        @Override
        public Optional<EmbeddedChannel> channel(String slug) {
          return Optional.empty();
        }
      };

  /** A published post; empty if there is none or it is not public. */
  Optional<EmbeddedPost> post(String channelSlug, String postSlug);

  /** A public channel; empty if there is none. */
  Optional<EmbeddedChannel> channel(String slug);
}
