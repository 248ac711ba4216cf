package com.quaily.service.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.dao.ReactionDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.database.Database;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.testing.TestNewsroom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReaderStatisticsTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();

  @Test
  void aChannelThatIsGoneSinceItWasReadIsNotFound() {
    Database database = newsroom.modules().database();
    ReaderStatistics underTest =
        new ReaderStatistics(database.dao(StatisticsDao.class), database.dao(ReactionDao.class));
    Channel channel = newsroom.channel();
    assertEquals(0, underTest.ofChannel(channel).totalPosts());

    newsroom.execute("delete from channel where id = " + channel.id());

    NotFoundException refusal =
        assertThrows(NotFoundException.class, () -> underTest.ofChannel(channel));
    assertEquals(ErrorCode.CHANNEL_NOT_FOUND, refusal.code());
  }
}
