package com.quaily.delivery.sending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.PostDao;
import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.delivery.content.MailTemplate;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.content.PostMailComposer;
import com.quaily.delivery.content.PostMailMessage;
import com.quaily.delivery.content.PostMailMessage.Recipient;
import com.quaily.delivery.content.ReaderLinks;
import com.quaily.delivery.transport.Envelope;
import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ChannelContexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes the emails of deliveries. What all readers of a language share is written once a minute,
 * so that a correction of the post reaches those whose turn has not come.
 */
public final class PostMails implements MailWriter {

  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 100;

  private final Site site;
  private final ChannelContexts contexts;
  private final PostDao postDao;
  private final PostMailComposer composer;
  private final PostMailMessage messages;
  private final SenderMarks marks;
  private final Clock clock;
  private final Cache<Long, Optional<Source>> sources =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
  private final Cache<Key, Shared> mails =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  /**
   * @param marks what tells receivers and reports whose emails they are
   */
  public PostMails(
      Site site,
      ChannelContexts contexts,
      PostDao postDao,
      PostMailComposer composer,
      PostMailMessage messages,
      SenderMarks marks,
      Clock clock) {
    this.site = site;
    this.contexts = contexts;
    this.postDao = postDao;
    this.composer = composer;
    this.messages = messages;
    this.marks = marks;
    this.clock = clock;
  }

  @Override
  public Optional<Written> write(DueMail due) {
    return sources
        .get(due.postId(), id -> source(due.channelId(), id))
        .map(source -> write(source, due));
  }

  private Optional<Source> source(long channelId, long postId) {
    return contexts
        .load(channelId)
        .flatMap(
            context ->
                postDao
                    .selectById(postId)
                    .filter(Post::isPublished)
                    .map(post -> new Source(context, post)));
  }

  private Written write(Source source, DueMail due) {
    Instant now = clock.instant();
    Channel channel = source.context().channel();
    boolean entitled =
        source.post().hasPaidContent() && (due.isPremium(now) || channel.isWrittenBy(due.userId()));
    Shared shared = shared(source, language(due, channel), entitled);
    ReaderLinks links = ReaderLinks.of(site, channel, due.postId(), due.traceId());
    String identity = due.taskId() + "-" + due.userId();
    MarkedMail mail = new MarkedMail(due.taskId(), due.userId());
    Recipient recipient = new Recipient(due.email(), identity, marks.mark(mail).orElse(identity));
    byte[] bytes = shared.template().write(recipient, links, now);
    String sender = marks.address(mail).orElseGet(messages::sender);
    return new Written(new Envelope(sender, due.email(), marks.sign(bytes)), shared.postVersion());
  }

  /** A test of the email for one of the channel's writers. */
  public Envelope test(Channel channel, PostMail mail, String email, Instant now) {
    String url = site.url("/");
    ReaderLinks links = new ReaderLinks(url, url, url, "");
    Recipient recipient = new Recipient(email, "test-" + now.toEpochMilli());
    byte[] bytes = messages.write(channel, mail, recipient, links, now);
    return new Envelope(messages.sender(), email, marks.sign(bytes));
  }

  private Shared shared(Source source, Language language, boolean entitled) {
    Key key = new Key(source.post().id(), source.post().updatedAt(), language, entitled);
    Shared known = mails.getIfPresent(key);
    if (known != null) {
      return known;
    }
    // Not written inside the cache: it reads the database.
    PostMail mail = composer.compose(source.context(), source.post(), language, entitled);
    Shared fresh =
        new Shared(messages.template(source.context().channel(), mail), mail.postVersion());
    mails.put(key, fresh);
    return fresh;
  }

  /** Readers who never chose a language read the channel's. */
  private static Language language(DueMail due, Channel channel) {
    return due.language() == null ? channel.language() : Language.of(due.language());
  }

  private record Shared(MailTemplate template, Instant postVersion) {}

  private record Source(ChannelContext context, Post post) {}

  private record Key(long postId, Instant version, Language language, boolean entitled) {}
}
