package com.quaily.delivery.mailing;

import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.delivery.content.Letter;
import com.quaily.delivery.content.LetterComposer;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.mailing.MailingMails.MailingTurn;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.MailingKind;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.PostBodies;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.url.PageUrls;
import java.time.Clock;
import java.util.Optional;

/** The email that welcomes a reader who confirmed a subscription, where the owner wants that. */
public final class Greetings implements MailingMails.MailingContent {

  /** The channel's option. */
  public static final String OPTION = "greeting_enabled";

  private static final String TITLE = "greeting_title";
  private static final String TEXT = "greeting_text";

  /** The name of the text in the first clients. */
  private static final String ONBOARDING = "email_onboarding";

  private final MailingDao mailingDao;
  private final MailingRecipientDao recipientDao;
  private final PostBodies bodies;
  private final PageUrls urls;
  private final LetterComposer composer;
  private final Clock clock;

  public Greetings(
      MailingDao mailingDao,
      MailingRecipientDao recipientDao,
      PostBodies bodies,
      PageUrls urls,
      LetterComposer composer,
      Clock clock) {
    this.mailingDao = mailingDao;
    this.recipientDao = recipientDao;
    this.bodies = bodies;
    this.urls = urls;
    this.composer = composer;
    this.clock = clock;
  }

  /** Welcomes a reader, in the caller's transaction; nobody is welcomed twice to a channel. */
  public void greet(Channel channel, long userId) {
    if (Boolean.TRUE.equals(channel.options().get(OPTION))) {
      long mailing =
          mailingDao.ensure(channel.id(), MailingKind.WELCOME, "welcome", 0, "", clock.instant());
      recipientDao.insert(mailing, userId, 0, clock.instant());
    }
  }

  @Override
  public Optional<PostMail> write(MailingTurn turn) {
    ChannelContext context = turn.context();
    Channel channel = context.channel();
    Messages messages = Messages.of(turn.language());
    String own = template(channel, TITLE);
    String title = own.isBlank() ? messages.format("welcome.title", channel.title()) : own;
    String text = template(channel, TEXT);
    String source = text.isBlank() ? template(channel, ONBOARDING) : text;
    String html =
        source.isBlank()
            ? Html.paragraph(messages.format("welcome.text", channel.title())).value()
            : bodies.inMail(context, source).html();
    return Optional.of(
        composer.compose(
            context,
            turn.language(),
            source.isBlank() ? turn.language().tag() : context.languageOf(""),
            new Letter(
                title,
                title,
                channel.tagline(),
                "",
                html,
                LetterComposer.tagged(urls.index(channel)),
                messages.get("welcome.action"),
                "")));
  }

  private static String template(Channel channel, String name) {
    return channel.textTemplates().get(name) instanceof String text ? text : "";
  }
}
