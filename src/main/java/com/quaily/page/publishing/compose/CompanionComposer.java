package com.quaily.page.publishing.compose;

import com.quaily.dao.PackDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.TweetDao;
import com.quaily.model.Limits;
import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.post.Pack;
import com.quaily.model.post.PostSummary;
import com.quaily.model.tweet.Tweet;
import com.quaily.page.html.CompanionPages;
import com.quaily.page.html.CompanionPages.Note;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.MarkdownContext.TextStyle;
import com.quaily.page.markdown.render.MediaLookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes the pages beside the posts: about, bower, packs. */
public final class CompanionComposer {

  /** Notes on the page itself; a script fetches older ones. */
  private static final int NOTES = 50;

  private final TweetDao tweetDao;
  private final PackDao packDao;
  private final PostDao postDao;
  private final CompanionPages pages;
  private final Markdown markdown;
  private final MediaLookup media;
  private final Site site;

  public CompanionComposer(
      TweetDao tweetDao,
      PackDao packDao,
      PostDao postDao,
      CompanionPages pages,
      Markdown markdown,
      MediaLookup media,
      Site site) {
    this.tweetDao = tweetDao;
    this.packDao = packDao;
    this.postDao = postDao;
    this.pages = pages;
    this.markdown = markdown;
    this.media = media;
    this.site = site;
  }

  /** All of these pages that the channel can have. */
  public List<PageTarget> targets(long channelId) {
    Stream<PageTarget> packs =
        packDao.selectByChannel(channelId, Limits.PACKS).stream()
            .map(pack -> new PageTarget.PackPage(pack.uuid().toString()));
    return Stream.concat(
            Stream.of(new PageTarget.About(), new PageTarget.Bower(), new PageTarget.Packs()),
            packs)
        .toList();
  }

  /** What the channel is about; every channel has this page. */
  public Optional<ComposedPage> about(ChannelContext context) {
    List<User> writers =
        Stream.concat(
                Stream.of(context.channel().userId()), context.channel().cooperatorIds().stream())
            .distinct()
            .map(context::user)
            .toList();
    boolean hasPacks = !packDao.selectByChannel(context.channel().id(), 1).isEmpty();
    return Optional.of(
        composed(
            PageKeys.about(context.slug()),
            pages.about(context.channel(), writers, hasPacks),
            Set.of()));
  }

  /** The newest notes, pinned ones first; empty when the channel has none. */
  public Optional<ComposedPage> bower(ChannelContext context) {
    if (!context.channel().hasTweets()) {
      return Optional.empty();
    }
    long channel = context.channel().id();
    List<Note> notes = new ArrayList<>();
    Set<Long> shown = new LinkedHashSet<>();
    Stream.concat(
            tweetDao.selectPinned(channel, Limits.PINNED_TWEETS).stream(),
            tweetDao.select(channel, false, 0, NOTES).stream())
        .filter(tweet -> shown.add(tweet.id()))
        .forEach(tweet -> notes.add(note(context, tweet)));
    long total = tweetDao.count(channel, false);
    return Optional.of(
        composed(
            PageKeys.bower(context.slug()),
            pages.bower(context.channel(), notes, total > NOTES),
            Set.of()));
  }

  /** Premium notes are for paying subscribers: the page says only that there is one. */
  private Note note(ChannelContext context, Tweet tweet) {
    return new Note(
        tweet,
        context.user(tweet.userId()).name(),
        tweet.premium() ? "" : markdown.render(tweet.text(), markdownContext(context)).html());
  }

  private MarkdownContext markdownContext(ChannelContext context) {
    return new MarkdownContext(
        Target.PAGE,
        site.baseUrl(),
        site.baseUrl(),
        TextStyle.PLAIN,
        media,
        EmbedLookup.NONE,
        context.channel().language());
  }

  /** The list of packs; empty when the channel has none. */
  public Optional<ComposedPage> packs(ChannelContext context) {
    List<Pack> packs = packDao.selectByChannel(context.channel().id(), Limits.PACKS);
    return packs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            composed(
                PageKeys.packs(context.slug()), pages.packs(context.channel(), packs), Set.of()));
  }

  /**
   * A pack with its published posts; empty when there is no such pack.
   *
   * @param uuid as in the address
   */
  public Optional<ComposedPage> pack(ChannelContext context, String uuid) {
    return parsed(uuid)
        .flatMap(packDao::selectByUuid)
        .filter(pack -> pack.channelId() == context.channel().id())
        .map(pack -> pack(context, pack));
  }

  private ComposedPage pack(ChannelContext context, Pack pack) {
    Map<Long, PostSummary> found =
        postDao.selectSummaries(context.channel().id(), pack.postIds()).stream()
            .collect(Collectors.toMap(PostSummary::id, Function.identity()));
    List<PostSummary> posts =
        pack.postIds().stream().filter(found::containsKey).map(found::get).toList();
    // Also those that are not published yet: their publication changes the page.
    return composed(
        PageKeys.pack(context.slug(), pack.uuid().toString()),
        pages.pack(context.channel(), pack, context.typeset(posts)),
        Set.copyOf(pack.postIds()));
  }

  private static Optional<UUID> parsed(String uuid) {
    try {
      return Optional.of(UUID.fromString(uuid)).filter(id -> id.toString().equals(uuid));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ComposedPage composed(String key, String html, Set<Long> sources) {
    return new ComposedPage(
        key, PageKind.WIDGET, null, html.getBytes(StandardCharsets.UTF_8), sources, "");
  }
}
