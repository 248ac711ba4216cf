package com.quaily.page.publishing;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Transactions;
import com.quaily.model.page.PageChange;
import com.quaily.page.publishing.compose.ListPaging;
import java.util.List;
import java.util.stream.IntStream;

/** Renumbers list pages that backdated posts have made uneven. */
public final class ListNumbering {

  private static final int FIRST = 1;

  private final Transactions transactions;
  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final PageChangeLog pageJobs;

  public ListNumbering(
      Transactions transactions, ChannelDao channelDao, PostDao postDao, PageChangeLog pageJobs) {
    this.transactions = transactions;
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.pageJobs = pageJobs;
  }

  /** Renumbers all pages so that each but the newest is full; renders none of them. */
  public void renumber(long channelId) {
    transactions.inTransaction(
        () -> {
          channelDao.lockPublishing(channelId);
          postDao.renumberListPages(channelId, FIRST, ListPaging.SIZE);
        });
  }

  /**
   * Renumbers from the first page that is too long or empty, and queues the changed pages. A change
   * among the newest pages costs no more in a long channel than in a short one.
   */
  public void even(long channelId) {
    transactions.inTransaction(
        () -> {
          channelDao.lockPublishing(channelId);
          postDao
              .selectFirstUnevenListPage(channelId, ListPaging.LARGEST)
              .ifPresent(first -> even(channelId, first));
        });
  }

  private void even(long channelId, int first) {
    int lastBefore = postDao.selectLastListPage(channelId);
    postDao.renumberListPages(channelId, first, ListPaging.SIZE);
    int last = Math.max(lastBefore, postDao.selectLastListPage(channelId));
    List<Integer> moved = IntStream.rangeClosed(first, last).boxed().toList();
    pageJobs.postChanged(new PageChange(0, channelId, 0, List.of(), List.of(), moved));
  }
}
