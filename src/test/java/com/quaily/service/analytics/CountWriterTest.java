package com.quaily.service.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.quaily.dao.StatisticsDao;
import com.quaily.database.Transactions;
import com.quaily.model.analytics.Count;
import com.quaily.model.analytics.CountKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.stubbing.Answer;

/** Counts survive a write that fails. */
class CountWriterTest {

  private final StatisticsDao statisticsDao = mock(StatisticsDao.class);
  private final Immediately transactions = new Immediately();
  private final CountBuffer buffer = new CountBuffer();
  private final CountWriter underTest = new CountWriter(transactions, statisticsDao, buffer);

  @Test
  void aWriteThatFailsLosesNoCount() {
    buffer.add(views(1));
    buffer.add(views(2));
    doThrow(new IllegalStateException("on purpose")).when(statisticsDao).addPosts(anyList());
    assertThrows(IllegalStateException.class, underTest::write);
    buffer.add(views(4));
    doNothing().when(statisticsDao).addPosts(anyList());
    underTest.write();
    @SuppressWarnings("unchecked")
    ArgumentCaptor<List<Count>> written = ArgumentCaptor.forClass(List.class);
    verify(statisticsDao, times(2)).addPosts(written.capture());
    assertEquals(1, written.getValue().size());
    assertEquals(7, written.getValue().get(0).pageViews());
  }

  @Test
  void thePartsOfAWriteCountTogetherOrNotAtAll() {
    buffer.add(views(1));
    List<Boolean> together = new ArrayList<>();
    Answer<Void> note =
        call -> {
          together.add(transactions.running);
          return null;
        };
    doAnswer(note).when(statisticsDao).addPosts(anyList());
    doAnswer(note).when(statisticsDao).addChannels(anyList());
    doAnswer(note).when(statisticsDao).addPostDays(anyList());
    doAnswer(note).when(statisticsDao).addSourceDays(anyList(), anyInt());
    doAnswer(note).when(statisticsDao).addBotDays(anyList());

    underTest.write();

    assertEquals(List.of(true, true, true, true, true), together);
    assertEquals(1, transactions.number);
  }

  @Test
  void nothingIsWrittenTwice() {
    buffer.add(views(3));
    underTest.write();
    underTest.write();
    verify(statisticsDao, times(1)).addPosts(anyList());
  }

  @Test
  void anEmptyBufferIsNotWritten() {
    underTest.write();
    verify(statisticsDao, never()).addPosts(anyList());
  }

  private static Count views(int number) {
    return new Count(new CountKey(1, 2, "2026-05-04", "", "", "", ""), number, 0, 0, 0);
  }

  /** Without a database. */
  private static final class Immediately implements Transactions {
    private boolean running;
    private int number;

    @Override
    public <T> T inTransaction(Supplier<T> work) {
      number++;
      running = true;
      try {
        return work.get();
      } finally {
        running = false;
      }
    }

    @Override
    public void announce(String topic, String payload) {}

    @Override
    public void lock(String what) {}
  }
}
