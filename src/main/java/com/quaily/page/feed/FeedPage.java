package com.quaily.page.feed;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import java.time.Instant;
import java.util.List;

/**
 * The content of a feed.
 *
 * @param author the channel's owner
 * @param entries newest first
 * @param updated the last change of any entry
 */
public record FeedPage(Channel channel, User author, List<FeedEntry> entries, Instant updated) {

  /**
   * A published post in a feed.
   *
   * @param authors at least one
   * @param html the free part in full, with absolute URLs; empty when only the summary is offered
   * @param summary plain text; empty when none
   */
  public record FeedEntry(
      Post post, List<User> authors, String html, String summary, List<Enclosure> enclosures) {

    public FeedEntry {
      authors = List.copyOf(authors);
      enclosures = List.copyOf(enclosures);
    }

    /** The last modification, else the publication. */
    Instant updated() {
      return post.modifiedAt() == null ? post.publishedAt() : post.modifiedAt();
    }
  }

  /**
   * A media file of a post, such as a podcast episode.
   *
   * @param url absolute
   * @param length in bytes; 0 = unknown
   */
  public record Enclosure(String url, String mimeType, long length) {}

  public FeedPage {
    entries = List.copyOf(entries);
  }
}
