package com.quaily.page.markdown.render;

import java.util.Optional;

/** Looks up the sizes of images; must be thread-safe. */
@FunctionalInterface
public interface MediaLookup {
  /** Knows no image. */
  MediaLookup NONE = url -> Optional.empty();

  /**
   * The size of an image.
   *
   * @param url the image's URL as written, without the dialect's size parameters
   * @return empty if the image is external or its size is unknown
   */
  Optional<MediaSize> find(String url);
}
