package com.quaily.page.publishing.compose;

import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.post.Post;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Composes the free parts of posts as Markdown, for channels that offer it. */
public final class MarkdownComposer {

  /** Empty unless the channel offers it and the post is published in it under the key. */
  public Optional<ComposedPage> compose(ChannelContext context, Post post, String key) {
    boolean belongs = PageKeys.markdown(context.slug(), post.slug()).equals(key);
    if (!context.channel().offersMarkdown() || !post.isPublished() || !belongs) {
      return Optional.empty();
    }
    String text = "# " + post.title() + "\n\n" + post.content().strip() + "\n";
    if (LeakScan.isLeaking(text, post)) {
      return Optional.empty();
    }
    return Optional.of(
        new ComposedPage(
            key,
            // Not a kind of its own: earlier versions of the program know the same kinds.
            PageKind.ARTICLE,
            post.id(),
            text.getBytes(StandardCharsets.UTF_8),
            Set.of(post.id()),
            ArticleComposer.madeFrom(post)));
  }
}
