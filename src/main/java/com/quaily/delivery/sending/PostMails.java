package com.quaily.delivery.sending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.PostDao;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.content.PostMailComposer;
import com.quaily.delivery.content.PostMailMessage;
import com.quaily.delivery.content.PostMailMessage.Recipient;
import com.quaily.delivery.content.ReaderLinks;
import com.quaily.delivery.transport.DkimSigner;
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
import java.util.function.UnaryOperator;

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
  private final UnaryOperator<byte[]> signature;
  private final Clock clock;
  private final Cache<Long, Optional<Source>> sources =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
  private final Cache<Key, PostMail> mails =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  /**
   * @param signer empty = emails are not signed
   */
  public PostMails(
      Site site,
      ChannelContexts contexts,
      PostDao postDao,
      PostMailComposer composer,
      PostMailMessage messages,
      Optional<DkimSigner> signer,
      Clock clock) {
    this.site = site;
    this.contexts = contexts;
    this.postDao = postDao;
    this.composer = composer;
    this.messages = messages;
    this.signature = signer.<UnaryOperator<byte[]>>map(s -> s::sign).orElse(mail -> mail);
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
        source.post().hasPaidContent()
            && (due.isPremium(now) || channel.isWrittenBy(due.userId()));
    PostMail shared = shared(source, language(due, channel), entitled);
    ReaderLinks links = ReaderLinks.of(site, channel, due.postId(), due.traceId());
    Recipient recipient = new Recipient(due.email(), due.taskId() + "-" + due.userId());
    byte[] bytes = messages.write(channel, shared.forReader(links), recipient, links, now);
    return new Written(
        new Envelope(messages.sender(), due.email(), signature.apply(bytes)), shared.postVersion());
  }

  /** A test of the email for one of the channel's writers. */
  public Envelope test(Channel channel, PostMail mail, String email, Instant now) {
    String url = site.url("/");
    ReaderLinks links = new ReaderLinks(url, url, url, "");
    Recipient recipient = new Recipient(email, "test-" + now.toEpochMilli());
    byte[] bytes = messages.write(channel, mail.forReader(links), recipient, links, now);
    return new Envelope(messages.sender(), email, signature.apply(bytes));
  }

  private PostMail shared(Source source, Language language, boolean entitled) {
    Key key = new Key(source.post().id(), source.post().updatedAt(), language, entitled);
    PostMail known = mails.getIfPresent(key);
    if (known != null) {
      return known;
    }
    // Not written inside the cache: it reads the database.
    PostMail fresh = composer.compose(source.context(), source.post(), language, entitled);
    mails.put(key, fresh);
    return fresh;
  }

  /** Readers who never chose a language read the channel's. */
  private static Language language(DueMail due, Channel channel) {
    return due.language() == null ? channel.language() : Language.of(due.language());
  }

  private record Source(ChannelContext context, Post post) {}

  private record Key(long postId, Instant version, Language language, boolean entitled) {}
}
