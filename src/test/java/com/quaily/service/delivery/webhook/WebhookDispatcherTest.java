package com.quaily.service.delivery.webhook;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.quaily.dao.WebhookDao;
import com.quaily.model.delivery.Webhook;
import com.quaily.model.delivery.WebhookDelivery;
import com.quaily.testing.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class WebhookDispatcherTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final int PATIENCE = 60_000;
  private static final int FULL = 20;

  private final WebhookDao webhookDao = mock(WebhookDao.class);
  private final WebhookSender sender = mock(WebhookSender.class);
  private final WebhookDispatcher underTest =
      new WebhookDispatcher(webhookDao, sender, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    underTest.close();
  }

  private static Webhook webhook(long id, boolean active) {
    return new Webhook(id, 7, "", "", List.of(), active, "", NOW, NOW);
  }

  private static List<WebhookDelivery> deliveries(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(
            id ->
                new WebhookDelivery(
                    id, 1, new UUID(0, id), "", "{}", 0, null, NOW, 0, "", null, NOW))
        .toList();
  }

  private void due(long id, boolean active) {
    when(webhookDao.selectDue(eq(NOW), anyInt())).thenReturn(List.of(id));
    when(webhookDao.select(id)).thenReturn(Optional.of(webhook(id, active)));
  }

  private void claims(List<WebhookDelivery> first, List<WebhookDelivery> second) {
    when(webhookDao.claim(eq(1L), eq(NOW), eq(NOW.plusSeconds(600)), anyInt()))
        .thenReturn(first)
        .thenReturn(second);
  }

  @Test
  void eventsGoOutInTheirOrderUntilNoneIsLeft() {
    due(1, true);
    claims(deliveries(1, FULL), deliveries(FULL + 1, FULL + 2));
    when(sender.send(any(), any())).thenReturn(true);

    underTest.sendDue();

    verify(sender, timeout(PATIENCE).times(FULL + 2)).send(any(), any());
    InOrder order = inOrder(sender);
    for (WebhookDelivery one : deliveries(1, FULL + 2)) {
      order.verify(sender).send(webhook(1, true), one);
    }
    verify(webhookDao, never()).release(any(), any());
  }

  @Test
  void whatComesBehindAFailureWaitsForAMoment() {
    due(1, true);
    claims(deliveries(1, FULL), deliveries(FULL + 1, FULL + 1));
    when(sender.send(any(), any())).thenReturn(true).thenReturn(false);

    underTest.sendDue();

    List<Long> rest = LongStream.rangeClosed(3, FULL).boxed().toList();
    verify(webhookDao, timeout(PATIENCE)).release(rest, NOW.plusSeconds(5));
    underTest.close();
    verify(sender, times(2)).send(any(), any());
    verify(webhookDao, times(1)).claim(anyLong(), any(), any(), anyInt());
  }

  @Test
  void aWebhookThatIsOffGetsNothing() {
    due(1, false);

    underTest.sendDue();

    verify(webhookDao, timeout(PATIENCE)).abandon(1);
    verify(webhookDao, never()).claim(anyLong(), any(), any(), anyInt());
    verify(sender, never()).send(any(), any());
  }

  @Test
  void aReceiverThatHangsHasOneThreadAndDelaysNoOther() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    when(webhookDao.selectDue(eq(NOW), anyInt()))
        .thenReturn(List.of(1L))
        .thenReturn(List.of(1L, 2L));
    for (long id = 1; id <= 2; id++) {
      when(webhookDao.select(id)).thenReturn(Optional.of(webhook(id, true)));
      when(webhookDao.claim(eq(id), any(), any(), anyInt())).thenReturn(deliveries(id, id));
    }
    when(sender.send(any(), any())).thenReturn(true);
    when(sender.send(eq(webhook(1, true)), any()))
        .thenAnswer(
            call -> {
              hanging.countDown();
              return end.await(30, TimeUnit.SECONDS);
            });

    underTest.sendDue();
    assertTrue(hanging.await(30, TimeUnit.SECONDS));
    underTest.sendDue();

    verify(sender, timeout(PATIENCE)).send(eq(webhook(2, true)), any());
    verify(sender, times(1)).send(eq(webhook(1, true)), any());
    end.countDown();
  }

  @Test
  void aFailureOfOurOwnLeavesTheThreadFreeForTheNextTurn() {
    due(1, true);
    when(webhookDao.claim(eq(1L), any(), any(), anyInt()))
        .thenThrow(new IllegalStateException("no database"))
        .thenReturn(deliveries(1, 1));
    when(sender.send(any(), any())).thenReturn(true);

    underTest.sendDue();
    verify(webhookDao, timeout(PATIENCE)).claim(anyLong(), any(), any(), anyInt());

    Waiting.until(
        "the next turn",
        () -> {
          underTest.sendDue();
          return !mockingDetails(sender).getInvocations().isEmpty();
        });
  }
}
