package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PostTagDao;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import com.quaily.page.html.ListPage;
import com.quaily.page.html.PageRenderer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Composes list pages. */
public final class ListComposer {

  private static final int SHOWN_TAGS = 30;

  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final PostTagDao postTagDao;
  private final PageRenderer renderer;

  public ListComposer(
      ChannelDao channelDao, PostDao postDao, PostTagDao postTagDao, PageRenderer renderer) {
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.postTagDao = postTagDao;
    this.renderer = renderer;
  }

  /** The front page: pinned posts and the two newest list pages; exists even without posts. */
  public ComposedPage index(ChannelContext context) {
    long channel = context.channel().id();
    int last = postDao.selectLastListPage(channel);
    List<PostSummary> posts = new ArrayList<>();
    if (last > 0) {
      posts.addAll(postDao.selectListPage(channel, last));
    }
    if (last > 1) {
      posts.addAll(postDao.selectListPage(channel, last - 1));
    }
    ListPage page =
        new ListPage(
            context.channel(),
            context.owner(),
            ListPage.Kind.INDEX,
            "",
            last,
            last,
            context.typeset(postDao.selectPinned(channel)),
            context.typeset(posts),
            context.channel().publishedPosts(),
            channelDao.selectTags(channel, SHOWN_TAGS));
    return composed(PageKeys.index(context.slug()), PageKind.LIST, page);
  }

  /** A numbered list page; empty if it has no posts. */
  public Optional<ComposedPage> numbered(ChannelContext context, int number) {
    long channel = context.channel().id();
    List<PostSummary> posts = postDao.selectListPage(channel, number);
    if (posts.isEmpty()) {
      return Optional.empty();
    }
    int last = postDao.selectLastListPage(channel);
    // Older pages do not show the number of pages, or every new page would change them.
    int known = Math.min(last, number + 1);
    ListPage page =
        new ListPage(
            context.channel(),
            context.owner(),
            ListPage.Kind.NUMBERED,
            "",
            number,
            known,
            List.of(),
            context.typeset(posts),
            posts.size(),
            List.of());
    return Optional.of(composed(PageKeys.numbered(context.slug(), number), PageKind.LIST, page));
  }

  /** The newest posts with a tag; empty if no published post has it. */
  public Optional<ComposedPage> tag(ChannelContext context, String tag) {
    long channel = context.channel().id();
    List<PostSummary> posts = postDao.selectTagged(channel, tag, ListPaging.TAGGED);
    if (posts.isEmpty()) {
      return Optional.empty();
    }
    long total = postTagDao.count(channel, tag);
    ListPage page =
        new ListPage(
            context.channel(),
            context.owner(),
            ListPage.Kind.TAG,
            tag,
            1,
            1,
            List.of(),
            context.typeset(posts),
            total,
            List.of(new TagCount(tag, total)));
    return Optional.of(composed(PageKeys.tag(context.slug(), tag), PageKind.TAG, page));
  }

  private ComposedPage composed(String key, PageKind kind, ListPage page) {
    Set<Long> sources = new LinkedHashSet<>();
    page.pinned().forEach(post -> sources.add(post.id()));
    page.posts().forEach(post -> sources.add(post.id()));
    return new ComposedPage(
        key,
        kind,
        null,
        renderer.list(page).getBytes(StandardCharsets.UTF_8),
        sources,
        "posts:" + sources.hashCode());
  }
}
