package com.quaily.page.publishing.site;

import com.quaily.dao.PageDao;
import com.quaily.model.Site;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.page.PageManifest;
import com.quaily.page.html.PageAssets;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.page.publishing.store.PageWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Publishes static sites, such as the portal, to storage. */
public final class SitePublisher {

  private static final int PAGES_AT_ONCE = 1000;
  private static final String BUILT_IN = "site:built-in";
  private static final String OPERATOR = "site:operator";

  private final PageDao pageDao;
  private final PageWriter writer;
  private final PageAssets assets;
  private final Site site;

  public SitePublisher(PageDao pageDao, PageWriter writer, PageAssets assets, Site site) {
    this.pageDao = pageDao;
    this.writer = writer;
    this.assets = assets;
    this.site = site;
  }

  /**
   * Stores the scripts that pages load. Earlier versions remain, because pages that use them may
   * not have been rendered again yet.
   */
  public void publishAssets() {
    for (PageAssets.Asset asset : assets.all()) {
      writer.write(
          asset.key(), null, () -> Optional.of(page(asset.key(), asset.bytes(), BUILT_IN)));
    }
  }

  /**
   * Publishes a built-in site, unless the operator has published another one in its place.
   *
   * @return the number of changed files
   */
  public int publishBuiltIn(String service, Path directory) {
    String folder = PageKeys.site(service, "");
    boolean replaced =
        pageDao.selectAfter(folder, 1).stream()
            .anyMatch(page -> page.key().startsWith(folder) && page.madeFrom().equals(OPERATOR));
    return replaced ? 0 : publish(service, directory, BUILT_IN);
  }

  /**
   * Makes the stored site equal to the operator's directory. Links to translations and canonical
   * URLs become absolute. Skips files whose names start with a dot.
   *
   * @return the number of changed files
   */
  public int publish(String service, Path directory) {
    return publish(service, directory, OPERATOR);
  }

  private int publish(String service, Path directory, String origin) {
    Set<String> keys = new HashSet<>();
    SiteParts parts =
        new SiteParts(directory, service.equals("portal") ? "/" : "/" + service + "/");
    int changed = 0;
    for (Path file : files(directory)) {
      String path = directory.relativize(file).toString().replace('\\', '/');
      String key = PageKeys.site(service, path);
      keys.add(key);
      if (writer.write(key, null, () -> Optional.of(page(key, content(file, parts), origin)))) {
        changed++;
      }
    }
    return changed + removeOthers(service, keys);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  private static ComposedPage page(String key, byte[] content, String origin) {
    return new ComposedPage(key, PageKind.SITE, null, content, Set.of(), origin);
  }

  private byte[] content(Path file, SiteParts parts) {
    try {
      return file.toString().endsWith(".html")
          ? SearchEngineLinks.makeAbsolute(parts.fill(file), site.baseUrl())
          : Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private int removeOthers(String service, Set<String> keys) {
    String folder = PageKeys.site(service, "");
    int removed = 0;
    String after = folder;
    List<PageManifest> pages = pageDao.selectAfter(after, PAGES_AT_ONCE);
    while (!pages.isEmpty()) {
      for (PageManifest page : pages) {
        if (!page.key().startsWith(folder)) {
          return removed;
        }
        if (!keys.contains(page.key())) {
          writer.remove(page.key());
          removed++;
        }
      }
      after = pages.get(pages.size() - 1).key();
      pages = pageDao.selectAfter(after, PAGES_AT_ONCE);
    }
    return removed;
  }
}
