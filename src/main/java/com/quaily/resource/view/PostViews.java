package com.quaily.resource.view;

import com.quaily.model.Caller;
import com.quaily.model.Channel;
import com.quaily.model.OutlineEntry;
import com.quaily.model.Post;
import com.quaily.service.ChannelService;
import com.quaily.service.MarkdownTexts;
import com.quaily.service.PostReading;
import java.util.List;
import java.util.Optional;

/** Shows posts. */
public final class PostViews {

  private final ChannelService channelService;
  private final PostReading postReading;
  private final UserViews userViews;
  private final ChannelViews channelViews;
  private final MarkdownTexts texts;

  public PostViews(
      ChannelService channelService,
      PostReading postReading,
      UserViews userViews,
      ChannelViews channelViews,
      MarkdownTexts texts) {
    this.channelService = channelService;
    this.postReading = postReading;
    this.userViews = userViews;
    this.channelViews = channelViews;
    this.texts = texts;
  }

  /** A post for one of its writers: everything. */
  public PostView whole(Post post) {
    Channel channel = channelService.get(String.valueOf(post.channelId()));
    return view(post, true, texts.outline(post.content()), channelViews.brief(channel));
  }

  /** A post as this caller may read it. */
  public PostView whole(Post post, Optional<Caller> caller) {
    Channel channel = channelService.get(String.valueOf(post.channelId()));
    return view(
        post,
        postReading.mayReadPaid(caller, channel),
        texts.outline(post.content()),
        channelViews.brief(channel));
  }

  /** A post in a list. */
  public PostView inList(Post post, boolean withPaid) {
    return view(post, withPaid, null, null);
  }

  private PostView view(Post post, boolean withPaid, List<OutlineEntry> outline, ChannelView list) {
    int paid = post.paidContent().length();
    int all = paid + post.content().length();
    return new PostView(
        post.id(),
        post.slug(),
        post.coverImageUrl(),
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
        post.modifiedAt(),
        post.options(),
        outline,
        post.createdAt(),
        post.updatedAt(),
        post.hasPaidContent(),
        paid,
        all == 0 ? 0 : paid * 100 / all,
        list != null && list.userId() == post.userId()
            ? list.user()
            : userViews.open(post.userId()),
        list);
  }
}
