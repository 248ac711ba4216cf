package com.quaily.resource.view;

import com.quaily.model.Caller;
import com.quaily.model.analytics.PostStatistics;
import com.quaily.model.channel.Channel;
import com.quaily.model.media.CoverCrop;
import com.quaily.model.post.OutlineEntry;
import com.quaily.model.post.Post;
import com.quaily.model.post.Reaction;
import com.quaily.service.analytics.ReaderStatistics;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.media.CoverCrops;
import com.quaily.service.post.MarkdownTexts;
import com.quaily.service.post.PostQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Builds post views. */
public final class PostViews {

  private final ChannelService channelService;
  private final PostQueries postQueries;
  private final ReaderStatistics statistics;
  private final UserViews userViews;
  private final ChannelViews channelViews;
  private final MarkdownTexts texts;
  private final CoverCrops coverCrops;

  public PostViews(
      ChannelService channelService,
      PostQueries postQueries,
      ReaderStatistics statistics,
      UserViews userViews,
      ChannelViews channelViews,
      MarkdownTexts texts,
      CoverCrops coverCrops) {
    this.channelService = channelService;
    this.postQueries = postQueries;
    this.statistics = statistics;
    this.userViews = userViews;
    this.channelViews = channelViews;
    this.texts = texts;
    this.coverCrops = coverCrops;
  }

  /** A post for one of its writers: everything. */
  public PostView whole(Post post) {
    return whole(channelOf(post), post);
  }

  /** Like {@link #whole(Post)}, with a known channel. */
  public PostView whole(Channel channel, Post post) {
    return whole(channel, post, true, false);
  }

  /** A post as this caller may read it. */
  public PostView whole(Post post, Optional<Caller> caller) {
    return whole(channelOf(post), post, caller);
  }

  /** Like {@link #whole(Post, Optional)}, with a known channel. */
  public PostView whole(Channel channel, Post post, Optional<Caller> caller) {
    return whole(
        channel,
        post,
        post.hasPaidContent() && postQueries.mayReadPaid(caller, channel),
        ChannelViews.hidesCounts(channel, caller));
  }

  private PostView whole(Channel channel, Post post, boolean withPaid, boolean countsHidden) {
    Numbers numbers = numbers(List.of(post));
    ChannelView list = channelViews.brief(channel);
    return view(
        post,
        withPaid,
        numbers.of(post, countsHidden),
        numbers.reactions(post),
        id -> list.userId() == id ? list.user() : userViews.open(id),
        new Surroundings(
            texts.outline(post.content()),
            numbers.isIndexed(post) ? similar(post) : List.of(),
            list,
            numbers.lastDelivered(post),
            coverCrops.of(List.of(post.coverImageUrl()))));
  }

  private List<PostCardView> similar(Post post) {
    return postQueries.similar(post).stream()
        .map(similar -> PostCardView.of(post.channelId(), similar))
        .toList();
  }

  /** Posts in a list of one channel, without restricted parts. */
  public List<PostView> inList(List<Post> posts, Optional<Caller> caller) {
    return inList(new HashMap<>(), posts, caller, channel -> null);
  }

  /** Like {@link #inList(List, Optional)}, with a known channel. */
  public List<PostView> inList(Channel channel, List<Post> posts, Optional<Caller> caller) {
    return inList(new HashMap<>(Map.of(channel.id(), channel)), posts, caller, known -> null);
  }

  /** Posts of several channels, each with its channel. */
  public List<PostView> acrossChannels(List<Post> posts, Optional<Caller> caller) {
    Map<Long, ChannelView> shown = new HashMap<>();
    return inList(
        new HashMap<>(),
        posts,
        caller,
        channel -> shown.computeIfAbsent(channel.id(), id -> channelViews.brief(channel)));
  }

  private List<PostView> inList(
      Map<Long, Channel> channels,
      List<Post> posts,
      Optional<Caller> caller,
      Function<Channel, ChannelView> list) {
    Numbers numbers = numbers(posts);
    CoverCrops.Known crops = coverCrops.of(posts.stream().map(Post::coverImageUrl).toList());
    Map<Long, UserView> authors = new HashMap<>();
    List<PostView> views = new ArrayList<>(posts.size());
    for (Post post : posts) {
      Channel channel = channels.computeIfAbsent(post.channelId(), id -> channelOf(post));
      views.add(
          view(
              post,
              false,
              numbers.of(post, ChannelViews.hidesCounts(channel, caller)),
              numbers.reactions(post),
              id -> authors.computeIfAbsent(id, userViews::open),
              new Surroundings(
                  null, null, list.apply(channel), numbers.lastDelivered(post), crops)));
    }
    return views;
  }

  private Channel channelOf(Post post) {
    return channelService.get(String.valueOf(post.channelId()));
  }

  private Numbers numbers(List<Post> posts) {
    Map<Long, PostStatistics> counted = statistics.ofPosts(posts);
    return new Numbers(
        counted, statistics.reactions(counted.values()), postQueries.lastDelivered(posts));
  }

  private static PostView view(
      Post post,
      boolean withPaid,
      PostStatistics metric,
      Map<Long, Integer> reactions,
      LongFunction<UserView> authors,
      Surroundings around) {
    int paid = post.paidContent().length();
    int all = paid + post.content().length();
    return new PostView(
        post.id(),
        post.slug(),
        post.coverImageUrl(),
        around.crops().address(post.coverImageUrl(), CoverCrop.OG),
        around.crops().address(post.coverImageUrl(), CoverCrop.TWITTER),
        around.crops().address(post.coverImageUrl(), CoverCrop.THUMB),
        post.title(),
        post.summary(),
        post.content(),
        withPaid ? post.paidContent() : "",
        post.hasPaidContent() && !withPaid,
        post.userId(),
        post.channelId(),
        String.join(",", post.tags()),
        post.pinned(),
        post.theme(),
        post.lang(),
        post.publishedAt(),
        post.firstPublishedAt(),
        post.scheduledAt(),
        post.trashedAt(),
        post.modifiedAt(),
        around.lastDelivered(),
        "",
        metric.pageViews(),
        metric.pageReads(),
        metric.emailViews(),
        metric.score(),
        reactions,
        withPaid ? post.options() : open(post.options()),
        around.outline(),
        around.similar(),
        post.createdAt(),
        post.updatedAt(),
        post.hasPaidContent(),
        paid,
        all == 0 ? 0 : paid * 100 / all,
        authors.apply(post.userId()),
        post.authorIds().stream().map(authors::apply).toList(),
        around.list());
  }

  /** Without what an import keeps to find its posts again. */
  private static Map<String, Object> open(Map<String, Object> options) {
    Map<String, Object> open = new LinkedHashMap<>(options);
    open.remove("import");
    return open;
  }

  /** Objects related to a post; null = omitted. */
  private record Surroundings(
      List<OutlineEntry> outline,
      List<PostCardView> similar,
      ChannelView list,
      Instant lastDelivered,
      CoverCrops.Known crops) {}

  /** Counts and times of posts, by post id. */
  private record Numbers(
      Map<Long, PostStatistics> statistics,
      Map<Long, List<Reaction>> signs,
      Map<Long, Instant> delivered) {

    /** Null = never. */
    Instant lastDelivered(Post post) {
      return delivered.get(post.id());
    }

    /** Whether the index already contains the post; its statistics start then. */
    boolean isIndexed(Post post) {
      return statistics.containsKey(post.id());
    }

    PostStatistics of(Post post, boolean hidden) {
      PostStatistics metric = statistics.getOrDefault(post.id(), PostStatistics.none(post.id()));
      return hidden
          ? new PostStatistics(post.id(), 0, 0, 0, metric.score(), metric.reactions())
          : metric;
    }

    Map<Long, Integer> reactions(Post post) {
      Map<Long, Integer> byUser = new LinkedHashMap<>();
      for (Reaction sign : signs.getOrDefault(post.id(), List.of())) {
        byUser.put(sign.userId(), sign.codepoint());
      }
      return byUser;
    }
  }
}
