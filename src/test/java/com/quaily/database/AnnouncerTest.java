package com.quaily.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.quaily.database.Announcer.Announcement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Notifications while the database cannot be reached. */
class AnnouncerTest {

  @Test
  void onlySoManyWait() throws SQLException {
    DataSource down = mock(DataSource.class);
    when(down.getConnection()).thenThrow(new SQLException("down", "08006"));
    try (Announcer underTest = new Announcer(down)) {
      List<Announcement> all =
          IntStream.range(0, 3 * Announcer.MOST_WAITING)
              .mapToObj(number -> new Announcement("page_changed", "page-" + number))
              .toList();
      underTest.send(all.subList(0, 10));
      underTest.send(all.subList(0, 10));
      underTest.send(all);
      underTest.send(all);
      // Some may be on their way at this moment, and come back.
      settle(underTest);
      assertEquals(Announcer.MOST_WAITING, underTest.waiting());
    }
  }

  /** Waits for a moment in which nothing is on its way. */
  private static void settle(Announcer announcer) {
    long limit = System.nanoTime() + 30_000_000_000L;
    while (announcer.waiting() != Announcer.MOST_WAITING && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
  }
}
