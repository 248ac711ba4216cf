package com.quaily.importer.source;

import java.util.List;

/**
 * A post's metadata from the front matter.
 *
 * @param title at most 200 characters, never empty
 * @param summary plain text; empty when none
 * @param tags at most 20 of at most 64 characters, unique ignoring case
 * @param theme empty when none
 * @param lang BCP 47 tag; empty when none
 * @param translationKey the key shared with its translations; empty when none
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
