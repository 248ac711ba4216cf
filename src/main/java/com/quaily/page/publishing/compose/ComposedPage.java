package com.quaily.page.publishing.compose;

import com.quaily.model.page.PageKind;
import java.util.Set;

/**
 * A page to store.
 *
 * @param postId the post whose own page this is; null for other pages
 * @param sources ids of its source posts, and of other channels as returned by {@link
 *     #channelSource}
 * @param madeFrom the versions it was made from, for the manifest
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record ComposedPage(
    String key, PageKind kind, Long postId, byte[] content, Set<Long> sources, String madeFrom) {

  /** Encodes a channel as a source. */
  public static long channelSource(long channelId) {
    return -channelId;
  }
}
