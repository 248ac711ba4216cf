package com.quaily.service.account;

import com.quaily.dao.EmailChangeDao;
import com.quaily.dao.UserDao;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.account.EmailChange;
import com.quaily.service.account.EmailChanges.Notice;

/** Emails the old address of an account that its address was changed, with the way back. */
public final class EmailChangeNoticeHandler implements JobHandler<Notice> {

  private final EmailChangeDao emailChangeDao;
  private final UserDao userDao;
  private final EmailChangeLinks links;
  private final SystemMailer mailer;

  public EmailChangeNoticeHandler(
      EmailChangeDao emailChangeDao, UserDao userDao, EmailChangeLinks links, SystemMailer mailer) {
    this.emailChangeDao = emailChangeDao;
    this.userDao = userDao;
    this.links = links;
    this.mailer = mailer;
  }

  @Override
  public JobType<Notice> type() {
    return EmailChanges.NOTICE;
  }

  /** Ignores a change that was taken back. */
  @Override
  public void run(Notice notice) {
    emailChangeDao.selectById(notice.changeId()).ifPresent(this::send);
  }

  private void send(EmailChange change) {
    userDao
        .selectById(change.userId())
        .ifPresent(
            user ->
                mailer.sendEmailChanged(
                    change.oldEmail(),
                    "/api/users/email/restore?token=" + links.token(change),
                    user.language()));
  }
}
