package com.quaily.service.account;

import com.quaily.dao.ApiKeyDao;
import com.quaily.dao.UserDao;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.account.ApiKey;
import com.quaily.service.account.ApiKeyService.Notice;

/** Emails the owner of an account that it has a new API key. */
public final class ApiKeyNoticeHandler implements JobHandler<Notice> {

  private final ApiKeyDao apiKeyDao;
  private final UserDao userDao;
  private final SystemMailer mailer;

  public ApiKeyNoticeHandler(ApiKeyDao apiKeyDao, UserDao userDao, SystemMailer mailer) {
    this.apiKeyDao = apiKeyDao;
    this.userDao = userDao;
    this.mailer = mailer;
  }

  @Override
  public JobType<Notice> type() {
    return ApiKeyService.NOTICE;
  }

  /** Ignores a key that was revoked. */
  @Override
  public void run(Notice notice) {
    apiKeyDao.selectById(notice.keyId()).ifPresent(this::send);
  }

  private void send(ApiKey key) {
    userDao
        .selectById(key.userId())
        .ifPresent(user -> mailer.sendNewApiKey(user.email(), key.name(), user.language()));
  }
}
