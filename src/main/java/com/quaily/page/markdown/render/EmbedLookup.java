package com.quaily.page.markdown.render;

import java.util.Optional;

/** Knows what of this site can be shown as a card; must be safe for the threads that use it. */
public interface EmbedLookup {
  /** Knows nothing, so that every embed of the site's own is a plain link. */
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

  /** A published post; empty when there is none or readers may not see it. */
  Optional<EmbeddedPost> post(String channelSlug, String postSlug);

  /** A public channel; empty when there is none. */
  Optional<EmbeddedChannel> channel(String slug);
}
