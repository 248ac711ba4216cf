package com.quaily.page.publishing;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.model.Sha256;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageManifest;
import com.quaily.page.publishing.site.SitePages;
import com.quaily.page.publishing.store.PageWriter;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Compares posts in the database, the manifest, and storage, and repairs inconsistencies. */
public final class ConsistencyCheck {

  private static final int AT_ONCE = 1000;

  private final PageDao pageDao;
  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final ObjectStorage storage;
  private final PageWriter writer;
  private final ChannelRenderer channelRenderer;
  private final SitePages sitePages;

  public ConsistencyCheck(
      PageDao pageDao,
      ChannelDao channelDao,
      PostDao postDao,
      ObjectStorage storage,
      PageWriter writer,
      ChannelRenderer channelRenderer,
      SitePages sitePages) {
    this.pageDao = pageDao;
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.storage = storage;
    this.writer = writer;
    this.channelRenderer = channelRenderer;
    this.sitePages = sitePages;
  }

  /** The kinds of inconsistencies. */
  public enum Fault {
    /** In the manifest but not in storage. */
    MISSING,
    /** The bytes in storage differ from the manifest. */
    DIFFERENT,
    /** In storage but not in the manifest. */
    UNKNOWN,
    /** Its post was deleted or is not published. */
    ORPHANED,
    /** Made from an earlier version of its post. */
    OUTDATED,
    /** A published post has no page. */
    UNRENDERED
  }

  /** One inconsistency. */
  public record Finding(Fault fault, String key) {}

  /**
   * Checks everything.
   *
   * @param progress receives each checked key
   * @return the inconsistencies; empty if there are none
   */
  public List<Finding> find(Consumer<String> progress) {
    List<Finding> findings = new ArrayList<>();
    List<PageManifest> pages = pageDao.selectAfter("", AT_ONCE);
    while (!pages.isEmpty()) {
      for (PageManifest page : pages) {
        progress.accept(page.key());
        if (isDisagreeing(page)) {
          // It may have been written between the two reads; nobody can write it during the second.
          writer.whileLocked(page.key(), this::compareWithStorage).ifPresent(findings::add);
        }
      }
      pages = pageDao.selectAfter(pages.get(pages.size() - 1).key(), AT_ONCE);
    }
    findUnknown(findings, progress);
    for (Channel channel : channelDao.selectAll()) {
      progress.accept(PageKeys.channel(channel.slug()));
      findPosts(channel, findings);
    }
    return findings;
  }

  private boolean isDisagreeing(PageManifest page) {
    return compareWithStorage(page).isPresent();
  }

  private Optional<Finding> compareWithStorage(PageManifest page) {
    Optional<StoredObject> stored = storage.get(page.key());
    if (stored.isEmpty()) {
      return Optional.of(new Finding(Fault.MISSING, page.key()));
    }
    return Sha256.hex(stored.get().content()).equals(page.hash())
        ? Optional.empty()
        : Optional.of(new Finding(Fault.DIFFERENT, page.key()));
  }

  private void findUnknown(List<Finding> findings, Consumer<String> progress) {
    for (String folder : List.of("pages/", PageKeys.PAID, "routing/", "sites/")) {
      try (Stream<ObjectInfo> objects = storage.list(folder)) {
        Iterator<String> keys = objects.map(ObjectInfo::key).iterator();
        while (keys.hasNext()) {
          Set<String> unknown = new LinkedHashSet<>();
          while (keys.hasNext() && unknown.size() < AT_ONCE) {
            unknown.add(keys.next());
          }
          unknown.forEach(progress);
          pageDao.selectKnown(List.copyOf(unknown)).forEach(unknown::remove);
          unknown.forEach(key -> findings.add(new Finding(Fault.UNKNOWN, key)));
        }
      }
    }
  }

  private void findPosts(Channel channel, List<Finding> findings) {
    String folder = PageKeys.channel(channel.slug()) + "p/";
    String paid = PageKeys.paidFolder(channel.slug());
    boolean markdown = channel.offersMarkdown();
    List<PageManifest> orphans =
        pageDao.selectOrphans(channel.id(), folder, paid, markdown, "", AT_ONCE);
    while (!orphans.isEmpty()) {
      orphans.forEach(page -> findings.add(new Finding(Fault.ORPHANED, page.key())));
      String last = orphans.get(orphans.size() - 1).key();
      orphans = pageDao.selectOrphans(channel.id(), folder, paid, markdown, last, AT_ONCE);
    }
    postDao
        .selectWithoutPage(channel.id(), folder)
        .forEach(slug -> findings.add(new Finding(Fault.UNRENDERED, folder + slug + ".html")));
    pageDao
        .selectOutdatedArticles(channel.id())
        .forEach(key -> findings.add(new Finding(Fault.OUTDATED, key)));
  }

  /**
   * Repairs inconsistencies: removes pages that should not exist, resets manifest entries that
   * differ, and renders every page; correct pages are not rewritten. The files of a static site are
   * repaired by publishing it again.
   */
  public void repair(List<Finding> findings) {
    for (Finding finding : findings) {
      switch (finding.fault()) {
        case UNKNOWN -> writer.removeUnknown(finding.key());
        case MISSING, DIFFERENT -> pageDao.forgetHash(finding.key());
        case ORPHANED, OUTDATED, UNRENDERED -> {}
      }
    }
    for (Channel channel : channelDao.selectAll()) {
      channelRenderer.render(channel.id(), pages -> {});
    }
    sitePages.write();
  }
}
