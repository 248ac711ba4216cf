package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.model.JsonText;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.post.PostRedirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the tables that the router finds moved pages and custom domains by. */
public final class RedirectComposer {

  private final ChannelDao channelDao;
  private final PostDao postDao;

  public RedirectComposer(ChannelDao channelDao, PostDao postDao) {
    this.channelDao = channelDao;
    this.postDao = postDao;
  }

  /** Where the renamed posts of a channel went; empty when none was renamed. */
  public Optional<ComposedPage> ofPosts(ChannelContext context) {
    Map<String, String> table = new TreeMap<>();
    for (PostRedirect redirect : postDao.selectRedirects(context.channel().id())) {
      table.put("p/" + redirect.oldSlug(), "p/" + redirect.slug());
    }
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(page(PageKeys.redirects(context.slug()), table));
  }

  /** Where a channel went that left a slug. */
  public ComposedPage ofChannel(ChannelContext context, String oldSlug) {
    return page(PageKeys.redirects(oldSlug), Map.of("", context.slug()));
  }

  /** Which channel each custom domain shows. */
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
