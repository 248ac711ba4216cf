package com.quaily.service.post;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.markdown.Markdown;
import java.util.Map;

/** Conversions of posts. */
final class PostStates {

  private PostStates() {}

  /** The exception when a post was deleted while someone changed it. */
  static NotFoundException gone() {
    return new NotFoundException(ErrorCode.POST_NOT_FOUND);
  }

  /** The post's content as request fields. */
  static PostInput asInput(Post post) {
    return new PostInput(
        null,
        post.title(),
        post.summary(),
        joined(post.content(), post.paidContent()),
        post.coverImageUrl(),
        null,
        null,
        post.tags(),
        post.theme(),
        post.lang(),
        Map.of());
  }

  /** Both parts with the paywall mark between them, as the author wrote it. */
  static String joined(String content, String paidContent) {
    return paidContent.isEmpty()
        ? content
        : content.stripTrailing() + "\n\n" + Markdown.PAYWALL + "\n\n" + paidContent.stripLeading();
  }
}
