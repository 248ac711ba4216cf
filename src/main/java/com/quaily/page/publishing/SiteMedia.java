package com.quaily.page.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.AttachmentDao;
import com.quaily.dao.Database;
import com.quaily.model.Site;
import com.quaily.page.markdown.MediaLookup;
import com.quaily.page.markdown.MediaSize;
import java.util.Optional;

/** The sizes of the site's own images. An image never changes, so what is known stays known. */
public final class SiteMedia implements MediaLookup {

  private static final String FOLDER = "/media/";
  private static final int KEPT = 20_000;

  private final Site site;
  private final AttachmentDao attachmentDao;
  private final Cache<String, MediaSize> sizes = Caffeine.newBuilder().maximumSize(KEPT).build();

  public SiteMedia(Database database, Site site) {
    this.site = site;
    this.attachmentDao = database.dao(AttachmentDao.class);
  }

  @Override
  public Optional<MediaSize> find(String url) {
    String path =
        url.startsWith(site.baseUrl() + "/") ? url.substring(site.baseUrl().length()) : url;
    if (!path.startsWith(FOLDER)) {
      return Optional.empty();
    }
    String pathname = path.substring(1);
    MediaSize known = sizes.getIfPresent(pathname);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<MediaSize> found =
        attachmentDao
            .selectByPathname(pathname)
            .map(image -> new MediaSize(image.width(), image.height(), image.variantWidths()));
    found.ifPresent(size -> sizes.put(pathname, size));
    return found;
  }
}
