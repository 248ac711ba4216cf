package com.quaily.service.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.AttachmentDao;
import com.quaily.model.Site;
import com.quaily.model.media.CoverCrop;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of the crops of covers. Only images that were uploaded to this site have crops:
 * other covers, and those whose crops are not made yet, stand for themselves.
 */
public final class CoverCrops {

  private static final Pattern UPLOADED =
      Pattern.compile("/media/([0-9a-f]{32})(?:-[0-9]{1,5}w)?\\.webp(?:[?#].*)?");

  private static final int REMEMBERED = 20_000;

  private final AttachmentDao attachmentDao;
  private final Site site;
  private final Clock clock;

  /** Storage keys of images whose crops are stored; they stay. */
  private final Cache<String, Boolean> cropped =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  public CoverCrops(AttachmentDao attachmentDao, Site site, Clock clock) {
    this.attachmentDao = attachmentDao;
    this.site = site;
    this.clock = clock;
  }

  /** Lets the crops of a cover be made; they follow the caller's transaction. */
  public void request(String coverUrl) {
    hash(coverUrl).ifPresent(hash -> attachmentDao.requestCrops(original(hash), clock.instant()));
  }

  /** What is known about the crops of these covers, with one query at most. */
  public Known of(Collection<String> coverUrls) {
    Set<String> unknown = new HashSet<>();
    Set<String> known = new HashSet<>();
    for (String url : coverUrls) {
      hash(url)
          .map(CoverCrops::original)
          .ifPresent(key -> (cropped.getIfPresent(key) == null ? unknown : known).add(key));
    }
    if (!unknown.isEmpty()) {
      List<String> found = attachmentDao.selectCropped(List.copyOf(unknown));
      found.forEach(key -> cropped.put(key, true));
      known.addAll(found);
    }
    return new Known(known);
  }

  private static String original(String hash) {
    return "media/" + hash + ".webp";
  }

  /** The random name of an image of this site; empty for others. */
  private Optional<String> hash(String url) {
    Matcher path = UPLOADED.matcher(path(url));
    return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
  }

  private String path(String url) {
    return url.startsWith(site.baseUrl() + "/") ? url.substring(site.baseUrl().length()) : url;
  }

  /** The crops that are stored. */
  public final class Known {

    private final Set<String> keys;

    private Known(Set<String> keys) {
      this.keys = keys;
    }

    /** The address of the crop, as absolute as the cover's; without a crop the cover's own. */
    public String address(String coverUrl, CoverCrop crop) {
      return hash(coverUrl)
          .filter(hash -> keys.contains(original(hash)))
          .map(hash -> host(coverUrl) + "/" + crop.pathname(hash))
          .orElse(coverUrl);
    }

    private String host(String url) {
      return url.startsWith("/") ? "" : site.baseUrl();
    }
  }
}
