package com.quaily.dao;

import com.quaily.model.delivery.Webhook;
import com.quaily.model.delivery.WebhookDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Webhooks, what they are told, and what became of it. */
public interface WebhookDao {

  Webhook insert(Webhook webhook);

  /** Oldest first. */
  List<Webhook> selectByChannel(long channelId);

  Optional<Webhook> select(long id);

  /** Stores address, events, whether it is active, and why not. */
  Optional<Webhook> update(Webhook webhook);

  void updateSecret(
      @Param("id") long id, @Param("secret") String secret, @Param("now") Instant now);

  int delete(long id);

  /** Stops attempts for a webhook that was switched off. */
  void abandon(long webhookId);

  /** Whether an active webhook of the channel receives events of this type. */
  boolean isAwaited(@Param("channelId") long channelId, @Param("type") String type);

  void insertEvent(
      @Param("id") UUID id,
      @Param("channelId") long channelId,
      @Param("type") String type,
      @Param("body") String body,
      @Param("now") Instant now);

  /** A delivery for each active webhook of the channel that receives events of this type. */
  void insertDeliveries(
      @Param("eventId") UUID eventId,
      @Param("channelId") long channelId,
      @Param("type") String type,
      @Param("now") Instant now);

  WebhookDelivery insertDelivery(
      @Param("eventId") UUID eventId,
      @Param("webhookId") long webhookId,
      @Param("now") Instant now);

  /** The webhooks with a delivery that is due, those that wait longest first. */
  List<Long> selectDue(@Param("now") Instant now, @Param("limit") int limit);

  /** Claims due deliveries of a webhook, oldest first. */
  List<WebhookDelivery> claim(
      @Param("webhookId") long webhookId,
      @Param("now") Instant now,
      @Param("until") Instant until,
      @Param("limit") int limit);

  /** Stores what became of an attempt and ends the claim. */
  void updateDelivery(WebhookDelivery delivery);

  /** Ends the claims of deliveries that were not tried. */
  void release(@Param("ids") List<Long> ids, @Param("nextAt") Instant nextAt);

  /** Newest first. */
  List<WebhookDelivery> selectDeliveries(
      @Param("webhookId") long webhookId, @Param("offset") int offset, @Param("limit") int limit);

  /** Sends a delivery again; empty when the webhook has none with this id. */
  Optional<WebhookDelivery> replay(
      @Param("id") long id, @Param("webhookId") long webhookId, @Param("now") Instant now);

  /** Deletes events with their deliveries. */
  void deleteEventsBefore(Instant before);
}
