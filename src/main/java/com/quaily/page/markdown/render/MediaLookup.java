package com.quaily.page.markdown.render;

import java.util.Optional;

/** Knows the sizes of images; must be safe for the threads that render with it. */
@FunctionalInterface
public interface MediaLookup {
  /** Knows no image. */
  MediaLookup NONE = url -> Optional.empty();

  /**
   * The size of an image.
   *
   * @param url the image's address as written, without the dialect's size parameters
   * @return empty when the image is not one of the site's own or its size is not known
   */
  Optional<MediaSize> find(String url);
}
