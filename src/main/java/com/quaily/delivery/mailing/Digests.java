package com.quaily.delivery.mailing;

import com.quaily.dao.MailingDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.content.Letter;
import com.quaily.delivery.content.LetterComposer;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.mailing.MailingMails.MailingTurn;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.MailingKind;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.page.publishing.compose.PostBodies;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.url.PageUrls;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Digests: the posts that deliveries set aside for a reader since the last one. Whatever was due
 * while the program did not run comes in one email when it runs again.
 */
public final class Digests implements MailingMails.MailingContent {

  private final Transactions transactions;
  private final MailingDao mailingDao;
  private final PostDao postDao;
  private final ChannelContexts contexts;
  private final PostBodies bodies;
  private final PageUrls urls;
  private final LetterComposer composer;
  private final Clock clock;

  /** What digests read. */
  public record Posts(PostDao dao, PostBodies bodies, PageUrls urls) {}

  public Digests(
      Transactions transactions,
      MailingDao mailingDao,
      Posts posts,
      ChannelContexts contexts,
      LetterComposer composer,
      Clock clock) {
    this.transactions = transactions;
    this.mailingDao = mailingDao;
    this.postDao = posts.dao();
    this.contexts = contexts;
    this.bodies = posts.bodies();
    this.urls = posts.urls();
    this.composer = composer;
    this.clock = clock;
  }

  /** Adds the digests that are due. */
  public void gather() {
    for (long channelId : mailingDao.selectDigestChannels()) {
      contexts.load(channelId).ifPresent(context -> gather(context.channel()));
    }
  }

  private void gather(Channel channel) {
    Instant now = clock.instant();
    DigestTimes times = DigestTimes.before(now, PageLanguage.zone(channel));
    transactions.inTransaction(
        () -> {
          transactions.lock("digests of " + channel.id());
          if (!mailingDao.isDigestDue(channel.id(), times.daily(), times.weekly())) {
            return;
          }
          long mailing =
              mailingDao.ensure(
                  channel.id(), MailingKind.DIGEST, times.date().toString(), 0, "", now);
          mailingDao.gatherDigest(mailing, channel.id(), times.daily(), times.weekly(), now);
        });
  }

  @Override
  public Optional<PostMail> write(MailingTurn turn) {
    List<Long> ids = mailingDao.selectDigestPosts(turn.mailing().id(), turn.due().userId());
    Map<Long, Post> byId =
        postDao.selectByIds(ids).stream().collect(Collectors.toMap(Post::id, Function.identity()));
    List<Post> posts = ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    return posts.isEmpty() ? Optional.empty() : Optional.of(compose(turn, posts));
  }

  private PostMail compose(MailingTurn turn, List<Post> written) {
    ChannelContext context = turn.context();
    Channel channel = context.channel();
    Messages messages = Messages.of(turn.language());
    ZoneId zone = PageLanguage.zone(channel);
    List<Post> posts = written.stream().map(context::typeset).toList();
    StringBuilder html = new StringBuilder();
    posts.forEach(post -> append(html, context, post, messages));
    String first = title(channel, posts.get(0));
    int more = posts.size() - 1;
    String subject =
        more == 0 ? first : messages.format("digest.subject", first, String.valueOf(more));
    return composer.compose(
        context,
        turn.language(),
        context.languageOf(""),
        new Letter(
            subject,
            messages.format("digest.title", channel.title()),
            posts.stream().map(post -> title(channel, post)).collect(Collectors.joining(" · ")),
            messages.date(turn.mailing().createdAt(), zone),
            html.toString(),
            LetterComposer.tagged(urls.index(channel)),
            "",
            ""));
  }

  private void append(StringBuilder html, ChannelContext context, Post post, Messages messages) {
    Channel channel = context.channel();
    String lang = Html.escape(context.languageOf(post.lang()));
    String date = messages.date(post.publishedAt(), PageLanguage.zone(channel));
    String summary = post.summary().isBlank() ? bodies.excerpt(post) : post.summary();
    html.append(
        "<h2 lang=\"%s\"><a href=\"%s\">%s</a></h2><p class=\"facts\">%s</p>"
            .formatted(
                lang,
                Html.escape(LetterComposer.tagged(urls.article(channel, post.slug()))),
                Html.escape(title(channel, post)),
                Html.escape(date)));
    if (!summary.isBlank()) {
      html.append("<p lang=\"%s\">%s</p>".formatted(lang, Html.escape(summary)));
    }
  }

  private static String title(Channel channel, Post post) {
    return post.title().isBlank() ? channel.title() : post.title();
  }
}
