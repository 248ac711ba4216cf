package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PostTagDao;
import com.quaily.model.JsonText;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.post.PostRedirect;
import com.quaily.model.post.TagRedirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Composes the router's tables of redirects and custom domains. */
public final class RedirectComposer {

  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final PostTagDao postTagDao;

  public RedirectComposer(ChannelDao channelDao, PostDao postDao, PostTagDao postTagDao) {
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.postTagDao = postTagDao;
  }

  /** The redirects of a channel's renamed posts and tags; empty if there are none. */
  public Optional<ComposedPage> ofPages(ChannelContext context) {
    Map<String, String> table = new TreeMap<>();
    for (PostRedirect redirect : postDao.selectRedirects(context.channel().id())) {
      table.put("p/" + redirect.oldSlug(), "p/" + redirect.slug());
    }
    for (TagRedirect redirect : postTagDao.selectRedirects(context.channel().id())) {
      table.put("tags/" + redirect.oldTag(), "tags/" + redirect.tag());
    }
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(page(PageKeys.redirects(context.slug()), table));
  }

  /** The redirect of a channel's former slug. */
  public ComposedPage ofChannel(ChannelContext context, String oldSlug) {
    return page(PageKeys.redirects(oldSlug), Map.of("", context.slug()));
  }

  /** The channel of each custom domain. */
  public ComposedPage hosts() {
    Map<String, String> table = new TreeMap<>();
    for (Channel channel : channelDao.selectWithDomain()) {
      table.put(channel.domain(), channel.slug());
    }
    return page(PageKeys.hosts(), table);
  }

  private static ComposedPage page(String key, Map<String, String> table) {
    byte[] content = JsonText.write(table).getBytes(StandardCharsets.UTF_8);
    return new ComposedPage(key, PageKind.ROUTING, null, content, Set.of(), "");
  }
}
