package com.quaily.delivery.mail;

import com.quaily.dao.UserDao;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;

/** Mails the owners of channels, each in their own language. */
public final class OwnerMailer {

  private final UserDao userDao;
  private final SystemMailer mailer;

  public OwnerMailer(UserDao userDao, SystemMailer mailer) {
    this.userDao = userDao;
    this.mailer = mailer;
  }

  /** Asks whether the channel is really to be deleted; the token's link confirms. */
  public void sendDeletionRequest(Channel channel, String token) {
    send("mail.delete", channel, "/api/lists/deletion/confirm?token=" + token, channel.title());
  }

  /** Sends the download link of an export. */
  public void sendExport(Channel channel, String token) {
    send("mail.export", channel, "/api/exports/" + token, channel.title());
  }

  /** Tells the owner that the channel's own domain no longer leads here. */
  public void sendDomainLost(Channel channel, String domain) {
    send("mail.domain", channel, "/" + channel.slug(), channel.title(), domain);
  }

  private void send(String texts, Channel channel, String path, String... values) {
    User owner = userDao.selectById(channel.userId()).orElseThrow();
    mailer.sendLink(texts, owner.email(), path, owner.language(), values);
  }
}
