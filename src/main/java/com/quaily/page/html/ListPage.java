package com.quaily.page.html;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import java.util.List;

/**
 * What a list of posts is made from.
 *
 * @param tag the tag of a tag page; else empty
 * @param number the number of a numbered page, counted from the oldest; else 0
 * @param lastNumber the number of the newest numbered page; 0 = no posts
 * @param pinned posts shown first, in the writer's order; empty except on the index
 * @param posts newest first
 * @param totalPosts all that are published (of the tag, on a tag page)
 * @param tags the channel's tags, most used first
 */
public record ListPage(
    Channel channel,
    User author,
    Kind kind,
    String tag,
    int number,
    int lastNumber,
    List<PostSummary> pinned,
    List<PostSummary> posts,
    long totalPosts,
    List<TagCount> tags) {

  /** Which of the lists it is. */
  public enum Kind {
    /** The channel's first page: the newest two numbered pages together. */
    INDEX,
    /** One numbered page. */
    NUMBERED,
    /** All posts of one tag. */
    TAG
  }

  public ListPage {
    pinned = List.copyOf(pinned);
    posts = List.copyOf(posts);
    tags = List.copyOf(tags);
  }
}
