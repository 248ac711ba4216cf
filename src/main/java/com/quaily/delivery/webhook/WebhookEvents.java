package com.quaily.delivery.webhook;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.WebhookDao;
import com.quaily.model.JsonText;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.WebhookEventType;
import com.quaily.model.post.Post;
import com.quaily.model.subscription.Subscription;
import com.quaily.page.url.PageUrls;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Records events in the caller's transaction, so that neither the event nor what it tells exists
 * without the other. An event that no webhook of the channel waits for costs one query.
 */
public final class WebhookEvents {

  private final WebhookDao webhookDao;
  private final ChannelDao channelDao;
  private final PageUrls urls;
  private final Clock clock;

  public WebhookEvents(WebhookDao webhookDao, ChannelDao channelDao, PageUrls urls, Clock clock) {
    this.webhookDao = webhookDao;
    this.channelDao = channelDao;
    this.urls = urls;
    this.clock = clock;
  }

  /** Something happened to a post. */
  public void post(WebhookEventType type, Post post) {
    record(post.channelId(), type, () -> data(post));
  }

  private Map<String, Object> data(Post post) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("list_id", post.channelId());
    data.put("post_id", post.id());
    data.put("slug", post.slug());
    data.put("title", post.title());
    data.put("url", url(post));
    data.put("tags", post.tags());
    data.put("lang", post.lang());
    data.put("is_paid_content", post.hasPaidContent());
    data.put("published_at", text(post.publishedAt()));
    data.put("updated_at", text(post.updatedAt()));
    return data;
  }

  private String url(Post post) {
    Optional<Channel> channel = channelDao.selectById(post.channelId());
    return channel.map(found -> urls.article(found, post.slug())).orElse("");
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }

  /** Something happened to a subscription. */
  public void subscription(WebhookEventType type, Subscription subscription, String email) {
    record(
        subscription.channelId(),
        type,
        () -> {
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("list_id", subscription.channelId());
          data.put("user_id", subscription.memberId());
          data.put("email", email);
          data.put("type", subscription.type());
          data.put("email_enabled", subscription.emailEnabled());
          return data;
        });
  }

  /** Something happened to a delivery. */
  public void delivery(WebhookEventType type, DeliveryTask task) {
    record(
        task.channelId(),
        type,
        () -> {
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("list_id", task.channelId());
          data.put("task_id", task.id());
          data.put("post_id", task.postId());
          data.put("channels", task.targets());
          data.put("started_at", text(task.startedAt()));
          data.put("finished_at", text(task.finishedAt()));
          return data;
        });
  }

  /**
   * Something happened.
   *
   * @param data texts, numbers, lists and maps; asked for only if a webhook waits for the event
   */
  public void record(long channelId, WebhookEventType type, Supplier<Map<String, Object>> data) {
    if (webhookDao.isAwaited(channelId, type.wireName())) {
      UUID id = insert(channelId, type, data.get());
      webhookDao.insertDeliveries(id, channelId, type.wireName(), clock.instant());
    }
  }

  /** Stores an event that only those hear for whom a delivery is inserted; returns its id. */
  public UUID insert(long channelId, WebhookEventType type, Map<String, Object> data) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", type.wireName());
    event.put("timestamp", now.toString());
    event.put("data", data);
    webhookDao.insertEvent(id, channelId, type.wireName(), JsonText.write(event), now);
    return id;
  }
}
