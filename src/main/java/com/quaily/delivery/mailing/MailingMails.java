package com.quaily.delivery.mailing;

import com.quaily.dao.MailingDao;
import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.content.PostMailMessage;
import com.quaily.delivery.content.PostMailMessage.Recipient;
import com.quaily.delivery.content.ReaderLinks;
import com.quaily.delivery.sending.MailWriter;
import com.quaily.delivery.sending.SenderMarks;
import com.quaily.delivery.transport.Envelope;
import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.Mailing;
import com.quaily.model.delivery.MailingKind;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ChannelContexts;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Writes the emails of mailings, each as its kind does. */
public final class MailingMails implements MailWriter {

  private final Site site;
  private final MailingDao mailingDao;
  private final ChannelContexts contexts;
  private final Map<MailingKind, MailingContent> contents;
  private final PostMailMessage messages;
  private final SenderMarks marks;
  private final Clock clock;

  /**
   * @param contents what writes each kind
   * @param marks what tells receivers and reports whose emails they are
   */
  public MailingMails(
      Site site,
      MailingDao mailingDao,
      ChannelContexts contexts,
      Map<MailingKind, MailingContent> contents,
      PostMailMessage messages,
      SenderMarks marks,
      Clock clock) {
    this.site = site;
    this.mailingDao = mailingDao;
    this.contexts = contexts;
    this.contents = Map.copyOf(contents);
    this.messages = messages;
    this.marks = marks;
    this.clock = clock;
  }

  @Override
  public Optional<Written> write(DueMail due) {
    return mailingDao
        .selectById(due.taskId())
        .flatMap(
            mailing ->
                contexts
                    .load(mailing.channelId())
                    .flatMap(context -> write(new MailingTurn(mailing, context, due))));
  }

  private Optional<Written> write(MailingTurn turn) {
    return contents.get(turn.mailing().kind()).write(turn).map(mail -> finish(turn, mail));
  }

  private Written finish(MailingTurn turn, PostMail mail) {
    Mailing mailing = turn.mailing();
    DueMail due = turn.due();
    Channel channel = turn.context().channel();
    String identity = "m" + mailing.id() + "-" + due.userId();
    MarkedMail marked = new MarkedMail(true, mailing.id(), due.userId());
    Recipient recipient = new Recipient(due.email(), identity, marks.mark(marked).orElse(identity));
    byte[] bytes;
    if (mailing.kind().isForOwner()) {
      bytes = messages.writeToOwner(channel, mail, recipient, clock.instant());
    } else {
      long post = mailing.kind() == MailingKind.CORRECTION ? mailing.postId() : 0;
      ReaderLinks links = ReaderLinks.of(site, channel, post, due.traceId());
      bytes = messages.write(channel, mail, recipient, links, clock.instant());
    }
    String sender = marks.address(marked).orElseGet(messages::sender);
    return new Written(new Envelope(sender, due.email(), marks.sign(bytes)), null);
  }

  /** What an email of a mailing says. */
  @FunctionalInterface
  public interface MailingContent {

    /** The email; empty if there is nothing to say. */
    Optional<PostMail> write(MailingTurn turn);
  }

  /** An email of a mailing whose turn has come. */
  public record MailingTurn(Mailing mailing, ChannelContext context, DueMail due) {

    /** Readers who never chose a language read the channel's. */
    public Language language() {
      return due.language() == null ? context.channel().language() : Language.of(due.language());
    }
  }
}
