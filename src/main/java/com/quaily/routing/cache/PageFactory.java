package com.quaily.routing.cache;

import com.github.benmanes.caffeine.cache.Interner;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.HeaderGroup;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.StoredObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Prepares stored objects for sending. Thread-safe. */
final class PageFactory {

  private final PageHeaders headers;
  private final Compressor compressor;

  /** The headers that depend on the content are long and the same for most pages. */
  private final Interner<HeaderGroup> shared = Interner.newWeakInterner();

  PageFactory(PageHeaders headers, Compressor compressor) {
    this.headers = headers;
    this.compressor = compressor;
  }

  /** A page with the variants for these client preferences. */
  CachedPage make(StoredObject object, Set<ContentEncoding> preferences, long now) {
    return new CachedPage(
        object.info(),
        forms(object.info(), object.content(), preferences),
        new RevalidationAge(now));
  }

  /** The same page with one more variant, made from the existing ones. */
  CachedPage extend(CachedPage page, ContentEncoding preference) {
    Map<ContentEncoding, PageVariant> variants = page.variants();
    PageVariant source = variants.values().iterator().next();
    byte[] content = compressor.decode(source.body().toArray(), source.encoding());
    variants.putAll(forms(page.info(), content, Set.of(preference)));
    return new CachedPage(page.info(), variants, page.freshness());
  }

  private Map<ContentEncoding, PageVariant> forms(
      ObjectInfo info, byte[] content, Set<ContentEncoding> preferences) {
    HeaderGroup ofContent =
        shared.intern(new HeaderGroup(headers.ofContent(info.key(), info.contentType(), content)));
    Map<ContentEncoding, PageVariant> forms = new EnumMap<>(ContentEncoding.class);
    if (!Compressor.isWorthwhile(info.contentType(), content.length)) {
      PageVariant only =
          variant(info, ContentEncoding.IDENTITY, PageBody.of(content), ofContent, false);
      for (ContentEncoding encoding : ContentEncoding.values()) {
        forms.put(encoding, only);
      }
      return forms;
    }
    for (ContentEncoding preference : preferences) {
      byte[] encoded = compressor.encode(content, preference);
      boolean isSmaller = encoded.length < content.length;
      ContentEncoding encoding = isSmaller ? preference : ContentEncoding.IDENTITY;
      PageBody body = PageBody.of(isSmaller ? encoded : content);
      forms.put(preference, variant(info, encoding, body, ofContent, true));
    }
    return forms;
  }

  /**
   * A variant of a page.
   *
   * @param ofContent the headers that depend on the content
   * @param varies whether there are other variants
   */
  PageVariant variant(
      ObjectInfo info,
      ContentEncoding encoding,
      PageBody body,
      HeaderGroup ofContent,
      boolean varies) {
    return new PageVariant(
        info,
        encoding,
        body,
        ofContent,
        headers.ofValidation(info, encoding, varies),
        headers.ofBody(encoding, body.length()));
  }
}
