package com.quaily.service.delivery;

import com.quaily.dao.UserDao;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.content.PostMailComposer;
import com.quaily.delivery.content.ReaderLinks;
import com.quaily.delivery.sending.PostMails;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.MailPreview;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import java.time.Clock;

/** What a writer can see before a post is sent. */
public final class DeliveryPreview {

  private final ChannelContexts contexts;
  private final PostLookup lookup;
  private final PostMailComposer composer;
  private final PostMails mails;
  private final MailTransport transport;
  private final UserDao userDao;
  private final Clock clock;

  public DeliveryPreview(
      ChannelContexts contexts,
      PostLookup lookup,
      PostMailComposer composer,
      PostMails mails,
      MailTransport transport,
      UserDao userDao,
      Clock clock) {
    this.contexts = contexts;
    this.lookup = lookup;
    this.composer = composer;
    this.mails = mails;
    this.transport = transport;
    this.userDao = userDao;
    this.clock = clock;
  }

  /**
   * The email as a reader would get it now, with links that do nothing.
   *
   * @param language null = the channel's
   * @param entitled whether for a reader who may read the paid part
   */
  public MailPreview mail(
      Caller caller, Channel channel, String postKey, Language language, boolean entitled) {
    ChannelAccess.requireWriter(caller, channel);
    Post post = lookup.find(channel, postKey);
    Language shown = language == null ? channel.language() : language;
    PostMail mail = composer.compose(contexts.of(channel), post, shown, entitled);
    return mail.forReader(new ReaderLinks("#", "#", "#", "")).preview();
  }

  /** Refuses a post whose email would reveal its paid part. */
  void requireNoLeak(Channel channel, Post post) {
    composer.compose(contexts.of(channel), post, channel.language(), false);
  }

  /**
   * Sends the email to the caller, as readers would get it; returns the address.
   *
   * @throws UnavailableException when the mail server did not accept it
   */
  public String test(Caller caller, Channel channel, String postKey, boolean entitled) {
    ChannelAccess.requireWriter(caller, channel);
    Post post = lookup.find(channel, postKey);
    String email = userDao.selectById(caller.userId()).orElseThrow().email();
    PostMail mail = composer.compose(contexts.of(channel), post, channel.language(), entitled);
    Handover end = transport.send(mails.test(channel, mail, email, clock.instant()));
    if (end.outcome() != Handover.Outcome.ACCEPTED) {
      throw new UnavailableException(
          ErrorCode.MAIL_UNAVAILABLE, ErrorCode.MAIL_UNAVAILABLE.message() + " " + end.reply());
    }
    return email;
  }
}
