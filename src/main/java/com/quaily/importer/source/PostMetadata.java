package com.quaily.importer.source;

import java.util.List;

/**
 * What the front matter says about a post.
 *
 * @param title at most 200 characters, never empty
 * @param summary plain text; empty when none
 * @param tags at most 20 of at most 64 characters, no two that differ in case only
 * @param theme empty when none
 * @param lang BCP 47 tag; empty when none
 * @param translationKey what its translations bear as well; empty when none
 */
public record PostMetadata(
    String title,
    String summary,
    List<String> tags,
    String theme,
    String lang,
    String translationKey) {

  public PostMetadata {
    tags = List.copyOf(tags);
  }
}
