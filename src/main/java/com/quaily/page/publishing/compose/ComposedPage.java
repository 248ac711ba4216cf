package com.quaily.page.publishing.compose;

import com.quaily.model.page.PageKind;
import java.util.Set;

/**
 * A page as it is to lie in storage.
 *
 * @param postId the post whose own page this is; null for all others
 * @param sources ids of the posts that it shows something of, and those of other channels as {@link
 *     #channelSource} makes them
 * @param madeFrom the states it was made from, for the manifest
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record ComposedPage(
    String key, PageKind kind, Long postId, byte[] content, Set<Long> sources, String madeFrom) {

  /** A channel among the posts that a page shows something of. */
  public static long channelSource(long channelId) {
    return -channelId;
  }
}
