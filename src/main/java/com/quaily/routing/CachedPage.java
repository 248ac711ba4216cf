package com.quaily.routing;

import com.quaily.storage.ObjectInfo;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object of storage as memory holds it: one or more of its forms. Its content never changes; a
 * newer content is a newer {@code CachedPage}.
 */
final class CachedPage {

  /** What an entry costs beside its bytes and headers: objects, map nodes, the key. */
  private static final int OVERHEAD = 1024;

  private final ObjectInfo info;
  private final PageVariant[] variants = new PageVariant[ContentEncoding.values().length];
  private final Freshness freshness;

  /** A page with its forms, by the preference they answer. */
  CachedPage(ObjectInfo info, Map<ContentEncoding, PageVariant> variants, Freshness freshness) {
    this.info = info;
    this.freshness = freshness;
    variants.forEach((encoding, variant) -> this.variants[encoding.ordinal()] = variant);
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

  /** How many bytes of memory this takes, about. */
  int weight() {
    Set<PageVariant> distinct = new HashSet<>(variants().values());
    long weight = OVERHEAD;
    for (PageVariant variant : distinct) {
      // Each of the three answers holds the headers, the first also as encoded for the wire.
      int headers =
          variant.ok().headers().stream()
              .mapToInt(header -> header.name().length() + header.value().length() + 64)
              .sum();
      weight += variant.body().length() + 2L * headers;
    }
    return (int) Math.min(Integer.MAX_VALUE, weight);
  }

  Freshness freshness() {
    return freshness;
  }
}
