package com.quaily.page.publishing;

import com.quaily.dao.ChannelDeletionDao;
import com.quaily.page.publishing.site.SitePages;
import com.quaily.page.publishing.store.PageWriter;
import java.util.List;

/** Removes a channel from storage, the manifest and the router's tables. */
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
   * Runs the deletion, then removes all pages. Can be repeated after an interruption.
   *
   * @param deletion removes the channel from the database; does nothing if it was already removed
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
