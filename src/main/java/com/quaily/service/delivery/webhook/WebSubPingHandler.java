package com.quaily.service.delivery.webhook;

import com.quaily.dao.ChannelDao;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.page.publishing.PageChangeLog.FeedsJob;
import com.quaily.page.url.PageUrls;
import com.quaily.service.http.WebClient;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells WebSub hubs that a channel's feeds changed. A hub fetches them then. */
public final class WebSubPingHandler implements JobHandler<FeedsJob> {

  private static final Logger LOG = LoggerFactory.getLogger(WebSubPingHandler.class);
  private static final int MAX_ANSWER = 64 * 1024;

  private final List<URI> hubs;
  private final ChannelDao channelDao;
  private final PageUrls urls;
  private final WebClient client;

  public WebSubPingHandler(List<URI> hubs, ChannelDao channelDao, PageUrls urls, WebClient client) {
    this.hubs = hubs;
    this.channelDao = channelDao;
    this.urls = urls;
    this.client = client;
  }

  @Override
  public JobType<FeedsJob> type() {
    return PageChangeLog.FEEDS;
  }

  @Override
  public void run(FeedsJob job) {
    channelDao.selectById(job.channelId()).ifPresent(this::ping);
  }

  private void ping(Channel channel) {
    for (URI hub : hubs) {
      for (FeedFormat format : FeedFormat.values()) {
        ping(hub, urls.feed(channel, format));
      }
    }
  }

  /** Hubs know the topic by one of two names. */
  private void ping(URI hub, String topic) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", "publish");
    form.put("hub.url", topic);
    form.put("hub.topic", topic);
    try {
      WebResponse response = client.send(WebRequest.post(hub).form(form), MAX_ANSWER);
      if (response.status() >= 500 || response.status() == 429) {
        throw new IOException("status " + response.status());
      }
      if (!response.isSuccess()) {
        LOG.warn("hub {} does not want {}: status {}", hub, topic, response.status());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("hub " + hub + " was not told about " + topic, e);
    }
  }
}
