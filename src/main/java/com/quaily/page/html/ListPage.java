package com.quaily.page.html;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import java.util.List;

/**
 * The data of a list page.
 *
 * @param tag the tag of a tag page; otherwise empty
 * @param number the number of a numbered page, counted from the oldest; otherwise 0
 * @param lastNumber the number of the newest numbered page; 0 = no posts
 * @param pinned posts shown first, in the chosen order; empty except on the index
 * @param posts newest first
 * @param totalPosts number of published posts (with the tag, on a tag page)
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

  /** The kind of list. */
  public enum Kind {
    /** The channel's first page: the two newest numbered pages together. */
    INDEX,
    /** A numbered page. */
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
