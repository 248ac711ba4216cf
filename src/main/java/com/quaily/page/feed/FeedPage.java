package com.quaily.page.feed;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import java.time.Instant;
import java.util.List;

/**
 * What a feed is made from.
 *
 * @param author the channel's owner
 * @param entries newest first
 * @param updated the last change of anything in it
 */
public record FeedPage(Channel channel, User author, List<FeedEntry> entries, Instant updated) {

  /**
   * A published post in a feed.
   *
   * @param html the free part in full, with absolute URLs
   * @param summary plain text; empty when none
   */
  public record FeedEntry(
      Post post, User author, String html, String summary, List<Enclosure> enclosures) {

    public FeedEntry {
      enclosures = List.copyOf(enclosures);
    }

    /** When readers last got something new: the last modification, else the publication. */
    Instant updated() {
      return post.modifiedAt() == null ? post.publishedAt() : post.modifiedAt();
    }
  }

  /**
   * A file that belongs to a post, such as a podcast's sound.
   *
   * @param url absolute
   * @param length in bytes; 0 = not known
   */
  public record Enclosure(String url, String mimeType, long length) {}

  public FeedPage {
    entries = List.copyOf(entries);
  }
}
