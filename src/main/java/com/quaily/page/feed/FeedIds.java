package com.quaily.page.feed;

import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import java.net.URI;
import java.time.ZoneOffset;

/**
 * Names for feeds and their entries that never change, whatever becomes of slugs, titles and custom
 * domains: {@code tag:} URIs (RFC 4151) from the site's host, the day on which the channel was
 * founded, and the ids.
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
