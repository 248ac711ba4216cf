package com.quaily.page.publishing;

import com.quaily.dao.ChannelDeletionDao;
import com.quaily.page.publishing.site.SitePages;
import com.quaily.page.publishing.store.PageWriter;
import java.util.List;

/** Takes everything of a channel out of storage, manifest and the tables of the router. */
public final class ChannelRemover {

  private static final int PAGES_AT_ONCE = 500;

  private final ChannelDeletionDao deletionDao;
  private final ChannelRenderer renderer;
  private final PageWriter writer;
  private final SitePages sitePages;

  public ChannelRemover(
      ChannelDeletionDao deletionDao,
      ChannelRenderer renderer,
      PageWriter writer,
      SitePages sitePages) {
    this.deletionDao = deletionDao;
    this.renderer = renderer;
    this.writer = writer;
    this.sitePages = sitePages;
  }

  /**
   * Does the work, then removes all pages; going on after an interruption is safe.
   *
   * @param deletion takes the channel out of the database; does nothing when it is gone already
   */
  public void remove(long channelId, Runnable deletion) {
    renderer.exclusively(
        channelId,
        () -> {
          deletion.run();
          List<String> keys = deletionDao.selectPageKeys(channelId, PAGES_AT_ONCE);
          while (!keys.isEmpty()) {
            keys.forEach(writer::remove);
            keys = deletionDao.selectPageKeys(channelId, PAGES_AT_ONCE);
          }
          sitePages.write();
        });
  }
}
