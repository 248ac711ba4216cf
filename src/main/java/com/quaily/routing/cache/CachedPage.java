package com.quaily.routing.cache;

import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.HeaderGroup;
import com.quaily.storage.ObjectInfo;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A stored object in memory, in one or more encodings. Its content never changes; newer content is
 * a new {@code CachedPage}.
 */
final class CachedPage {

  /** Overhead of an entry besides its variants: objects, map nodes, the key. */
  private static final int OVERHEAD = 1024;

  /** Overhead of a variant besides its bytes: its responses and headers, also in wire format. */
  private static final int FORM_OVERHEAD = 2048;

  private final ObjectInfo info;
  private final PageVariant[] variants = new PageVariant[ContentEncoding.values().length];
  private final RevalidationAge freshness;
  private final int weight;

  /** A page with its variants, by the client preference they match. */
  CachedPage(
      ObjectInfo info, Map<ContentEncoding, PageVariant> variants, RevalidationAge freshness) {
    this.info = info;
    this.freshness = freshness;
    variants.forEach((encoding, variant) -> this.variants[encoding.ordinal()] = variant);
    this.weight = weigh(this.variants);
  }

  ObjectInfo info() {
    return info;
  }

  /** The variant for a client that prefers this encoding; empty if it does not exist yet. */
  Optional<PageVariant> variant(ContentEncoding preferred) {
    return Optional.ofNullable(variants[preferred.ordinal()]);
  }

  /** All existing variants, by the client preference they match. */
  Map<ContentEncoding, PageVariant> variants() {
    Map<ContentEncoding, PageVariant> made = new EnumMap<>(ContentEncoding.class);
    for (ContentEncoding encoding : ContentEncoding.values()) {
      variant(encoding).ifPresent(variant -> made.put(encoding, variant));
    }
    return made;
  }

  /** The headers that depend on the content but not on the encoding. */
  HeaderGroup ofContent() {
    return variants().values().iterator().next().ofContent();
  }

  /** Approximate memory use in bytes. */
  int weight() {
    return weight;
  }

  private static int weigh(PageVariant[] variants) {
    long weight = OVERHEAD;
    PageVariant before = null;
    for (PageVariant variant : variants) {
      // A variant for several preferences counts once.
      if (variant != null && variant != before) {
        weight += variant.body().length() + FORM_OVERHEAD;
        before = variant;
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, weight);
  }

  RevalidationAge freshness() {
    return freshness;
  }
}
