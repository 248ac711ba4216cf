package com.quaily.delivery.sending;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.model.Notice;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.MessageCount;
import com.quaily.model.delivery.WebhookEventType;
import com.quaily.notice.Notices;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the operator and the webhooks of a channel what becomes of deliveries. */
public final class DeliveryNews {

  private final Notices notices;
  private final WebhookEvents events;
  private final DeliveryRecipientDao recipientDao;

  public DeliveryNews(Notices notices, WebhookEvents events, DeliveryRecipientDao recipientDao) {
    this.notices = notices;
    this.events = events;
    this.recipientDao = recipientDao;
  }

  /** All recipients of a delivery are known. */
  void started(DeliveryTask task) {
    events.delivery(WebhookEventType.DELIVERY_STARTED, task);
  }

  /**
   * All recipients of a delivery had their turn.
   *
   * @param task as it ended
   */
  void finished(DeliveryTask task) {
    events.delivery(
        task.state() == DeliveryState.FAILED
            ? WebhookEventType.DELIVERY_FAILED
            : WebhookEventType.DELIVERY_COMPLETED,
        task);
    Map<String, Long> messages = new TreeMap<>();
    for (MessageCount count : recipientDao.count(task.id())) {
      messages.merge(count.state().wireName(), count.messages(), Long::sum);
    }
    String text =
        messages.entrySet().stream()
            .map(state -> state.getKey() + ": " + state.getValue())
            .collect(Collectors.joining(", "));
    notices.tell(
        Notice.info(
            "delivery:" + task.id(),
            "Delivery %d of post %d is finished".formatted(task.id(), task.postId()),
            text));
  }

  /** A delivery is paused, because too many of its addresses do not exist. */
  void paused(DeliveryTask task, long missing, long all) {
    notices.tell(
        Notice.alert(
            "delivery:" + task.id(),
            "Delivery %d of post %d is paused".formatted(task.id(), task.postId()),
            missing + " of " + all + " addresses do not exist."));
  }
}
