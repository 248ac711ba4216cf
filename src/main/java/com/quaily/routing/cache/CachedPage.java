package com.quaily.routing.cache;

import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.HeaderGroup;
import com.quaily.storage.ObjectInfo;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object of storage as memory holds it: one or more of its forms. Its content never changes; a
 * newer content is a newer {@code CachedPage}.
 */
final class CachedPage {

  /** What an entry costs beside its forms: objects, map nodes, the key. */
  private static final int OVERHEAD = 1024;

  /**
   * What a form costs beside its bytes: its answers and their own headers, also as they are sent.
   */
  private static final int FORM_OVERHEAD = 2048;

  private final ObjectInfo info;
  private final PageVariant[] variants = new PageVariant[ContentEncoding.values().length];
  private final RevalidationAge freshness;
  private final int weight;

  /** A page with its forms, by the preference they answer. */
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

  /** The form for a client that prefers this encoding; empty when it has not been made yet. */
  Optional<PageVariant> variant(ContentEncoding preferred) {
    return Optional.ofNullable(variants[preferred.ordinal()]);
  }

  /** All forms that have been made, by the preference they answer. */
  Map<ContentEncoding, PageVariant> variants() {
    Map<ContentEncoding, PageVariant> made = new EnumMap<>(ContentEncoding.class);
    for (ContentEncoding encoding : ContentEncoding.values()) {
      variant(encoding).ifPresent(variant -> made.put(encoding, variant));
    }
    return made;
  }

  /** The headers that follow from the content, whatever its form. */
  HeaderGroup ofContent() {
    return variants().values().iterator().next().ofContent();
  }

  /** How many bytes of memory this takes, about. */
  int weight() {
    return weight;
  }

  private static int weigh(PageVariant[] variants) {
    long weight = OVERHEAD;
    PageVariant before = null;
    for (PageVariant variant : variants) {
      // One that stands for several preferences stands for all.
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
