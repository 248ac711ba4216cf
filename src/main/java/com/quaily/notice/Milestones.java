package com.quaily.notice;

import com.quaily.dao.NoticeDao;
import com.quaily.database.Transactions;
import com.quaily.model.Milestone;
import com.quaily.model.Notice;
import com.quaily.model.Site;
import java.util.List;

/** Tells of first posts and of round numbers of subscribers. */
public final class Milestones {

  private static final int MOST = 100;

  private final Transactions transactions;
  private final NoticeDao noticeDao;
  private final Notices notices;
  private final Site site;

  public Milestones(Transactions transactions, NoticeDao noticeDao, Notices notices, Site site) {
    this.transactions = transactions;
    this.noticeDao = noticeDao;
    this.notices = notices;
    this.site = site;
  }

  /** Tells of what the database has noted since the last run. */
  public void run() {
    transactions.inTransaction(
        () -> {
          List<Milestone> reached = noticeDao.selectUntoldForUpdate(MOST);
          reached.forEach(this::tell);
          noticeDao.markTold(reached.stream().map(Milestone::id).toList());
        });
  }

  private void tell(Milestone reached) {
    String what =
        reached.kind().equals("subscribers")
            ? " has " + reached.value() + " subscribers"
            : " has published its first post";
    notices.tell(
        Notice.info(
            reached.kind() + ":" + reached.slug(),
            reached.title() + what,
            site.url("/" + reached.slug())));
  }
}
