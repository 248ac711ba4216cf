package com.quaily.page.publishing.compose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.AttachmentDao;
import com.quaily.model.Site;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.markdown.render.MediaSize;
import java.time.Duration;
import java.util.Optional;

/**
 * The sizes of the site's images. Images never change, so sizes are cached; missing images are
 * cached only briefly, because they may be uploaded later.
 */
public final class SiteMedia implements MediaLookup {

  private static final String FOLDER = "/media/";
  private static final int KEPT = 20_000;
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private final Site site;
  private final AttachmentDao attachmentDao;
  private final Cache<String, Optional<MediaSize>> sizes =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(REMEMBERED).build();

  public SiteMedia(AttachmentDao attachmentDao, Site site) {
    this.site = site;
    this.attachmentDao = attachmentDao;
  }

  @Override
  public Optional<MediaSize> find(String url) {
    String path =
        url.startsWith(site.baseUrl() + "/") ? url.substring(site.baseUrl().length()) : url;
    if (!path.startsWith(FOLDER)) {
      return Optional.empty();
    }
    String pathname = path.substring(1);
    Optional<MediaSize> known = sizes.getIfPresent(pathname);
    if (known != null) {
      return known;
    }
    // Not computed inside the cache: a thread that holds a connection must not wait for one that
    // needs one.
    Optional<MediaSize> found = select(pathname);
    sizes.put(pathname, found);
    return found;
  }

  private Optional<MediaSize> select(String pathname) {
    return attachmentDao
        .selectByPathname(pathname)
        .map(image -> new MediaSize(image.width(), image.height(), image.variantWidths()));
  }
}
