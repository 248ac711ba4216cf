package com.quaily.delivery.content;

import com.quaily.model.Site;
import com.quaily.model.analytics.EmailTrace;
import com.quaily.model.channel.Channel;
import com.quaily.page.url.PageUrls;
import java.util.UUID;

/**
 * What an email contains for one reader only.
 *
 * @param stopUrl the page that stops the emails
 * @param oneClickUrl where mail programs post to stop them (RFC 8058)
 * @param preferencesUrl the page where the reader chooses which emails to get
 * @param trace the reader's part of the invisible image's address
 */
public record ReaderLinks(String stopUrl, String oneClickUrl, String preferencesUrl, String trace) {

  /** The links of a subscription. */
  public static ReaderLinks of(Site site, Channel channel, long postId, UUID subscription) {
    String base = site.url("/api/subscriptions/" + PageUrls.segment(channel.slug()));
    String query = "?trace_id=" + subscription;
    return new ReaderLinks(
        base + "/mail" + query,
        base + "/delete" + query,
        site.url("/subscriptions/preferences")
            + query
            + "&list="
            + PageUrls.segment(channel.slug()),
        new EmailTrace(postId, subscription).text());
  }
}
