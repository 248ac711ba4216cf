package com.quaily.page.publishing;

import com.quaily.dao.Database;
import com.quaily.dao.PageDao;
import com.quaily.model.PageKeys;
import com.quaily.model.PageKind;
import com.quaily.model.PageManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts static sites, such as the portal, where the router serves them from. */
public final class SitePublisher {

  private static final int PAGES_AT_ONCE = 1000;

  private final PageDao pageDao;
  private final PageWriter writer;

  public SitePublisher(Database database, PageWriter writer) {
    this.pageDao = database.dao(PageDao.class);
    this.writer = writer;
  }

  /**
   * Makes the site's files in storage equal to those of a directory; files whose names begin with a
   * dot are left out.
   *
   * @return how many files changed
   */
  public int publish(String service, Path directory) {
    Set<String> keys = new HashSet<>();
    int changed = 0;
    for (Path file : files(directory)) {
      String path = directory.relativize(file).toString().replace('\\', '/');
      String key = PageKeys.site(service, path);
      keys.add(key);
      if (writer.write(key, null, () -> Optional.of(page(key, file)))) {
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

  private static ComposedPage page(String key, Path file) {
    try {
      return new ComposedPage(
          key,
          PageKind.SITE,
          null,
          Files.readAllBytes(file),
          Set.of(),
          "");
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
