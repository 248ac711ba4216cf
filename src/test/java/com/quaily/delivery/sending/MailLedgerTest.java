package com.quaily.delivery.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.SubscriberDao;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.delivery.transport.SendingRates;
import com.quaily.model.delivery.Fault;
import com.quaily.model.delivery.MailResult;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.delivery.RecordedMail;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailLedgerTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String WORKER = "delivery-1";

  private final DeliveryRecipientDao recipientDao = mock(DeliveryRecipientDao.class);
  private final ExecutorService sessions = Executors.newCachedThreadPool();
  private final MailLedger underTest = new MailLedger(recipientDao);

  @AfterEach
  void close() {
    underTest.close();
    sessions.shutdownNow();
  }

  @Test
  void stepsThatArriveDuringAStatementGoTogetherIntoTheNext() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<Integer> sizes = new ArrayList<>();
    when(recipientDao.advance(any(), any(), any(), eq(WORKER), eq(NOW)))
        .thenAnswer(
            call -> {
              sizes.add(call.<List<Long>>getArgument(2).size());
              begun.countDown();
              assertTrue(go.await(30, TimeUnit.SECONDS));
              return List.of();
            });
    List<Future<?>> steps = new ArrayList<>();
    steps.add(sessions.submit(() -> underTest.advance(null, 7, 1, WORKER, NOW)));
    assertTrue(begun.await(30, TimeUnit.SECONDS));
    CountDownLatch asked = new CountDownLatch(3);
    for (long user = 4; user > 1; user--) {
      long reader = user;
      steps.add(
          sessions.submit(
              () -> {
                asked.countDown();
                return underTest.advance(null, 7, reader, WORKER, NOW);
              }));
    }
    assertTrue(asked.await(30, TimeUnit.SECONDS));
    go.countDown();
    for (Future<?> step : steps) {
      step.get(30, TimeUnit.SECONDS);
    }
    assertEquals(4, sizes.stream().mapToInt(Integer::intValue).sum());
    assertEquals(1, sizes.get(0));
  }

  @Test
  void aResultIsWrittenWithTheNextEmail() {
    MailResult sent =
        new MailResult(7, 1, MessageState.SENT, Fault.NONE, "250 ok", "smtp", 0, null, NOW);
    assertTrue(underTest.advance(sent, 7, 2, WORKER, NOW).isEmpty());
    verify(recipientDao)
        .advance(List.of(RecordedMail.of(sent)), List.of(7L), List.of(2L), WORKER, NOW);
  }

  @Test
  void allStepsHearThatTheDatabaseIsAway() {
    when(recipientDao.advance(any(), any(), any(), any(), any()))
        .thenThrow(new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "away"));
    assertThrows(UnavailableException.class, () -> underTest.advance(null, 7, 1, WORKER, NOW));
  }

  @Test
  void whatWaitsWhenItIsClosedIsWrittenAndWhatComesLaterIsRefused() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    when(recipientDao.advance(any(), any(), any(), eq(WORKER), eq(NOW)))
        .thenAnswer(
            call -> {
              begun.countDown();
              assertTrue(go.await(30, TimeUnit.SECONDS));
              return List.of();
            });
    Future<?> waiting = sessions.submit(() -> underTest.advance(null, 7, 1, WORKER, NOW));
    assertTrue(begun.await(30, TimeUnit.SECONDS));

    underTest.close();

    assertThrows(UnavailableException.class, () -> underTest.advance(null, 7, 2, WORKER, NOW));
    go.countDown();
    waiting.get(30, TimeUnit.SECONDS);
  }

  @Test
  void aSessionWhoseLedgerIsClosedEndsInOrder() {
    underTest.close();
    MailSession session =
        new MailSession(
            underTest,
            mock(SubscriberDao.class),
            mock(MailWriter.class),
            mock(MailTransport.class),
            new SendingRates(0, 0),
            mock(RetryPlan.class),
            Clock.fixed(NOW, ZoneOffset.UTC));

    assertEquals(Optional.empty(), session.send(7, List.of(1L, 2L), WORKER, () -> true));

    verifyNoInteractions(recipientDao);
  }
}
