package com.quaily.page.feed;

import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import java.net.URI;
import java.time.ZoneOffset;

/**
 * Permanent ids of feeds and entries that survive changes of slugs, titles and domains: {@code
 * tag:} URIs (RFC 4151) built from the site's host, the channel's creation date and the ids.
 */
final class FeedIds {

  private final String host;

  FeedIds(Site site) {
    host = URI.create(site.baseUrl()).getHost();
  }

  String of(Channel channel) {
    return "tag:"
        + host
        + ","
        + channel.createdAt().atZone(ZoneOffset.UTC).toLocalDate()
        + ":channel/"
        + channel.id();
  }

  String of(Channel channel, Post post) {
    return of(channel) + "/post/" + post.id();
  }
}
