package com.quaily.delivery.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.NoticeDao;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.Fault;
import com.quaily.model.delivery.MessageCount;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.delivery.WebhookEventType;
import com.quaily.notice.NoticeMessage;
import com.quaily.notice.NoticeSender;
import com.quaily.notice.NoticeTransport;
import com.quaily.notice.Notices;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryNewsTest {

  private static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");
  private static final DeliveryTask TASK =
      new DeliveryTask(
          7,
          new UUID(0, 7),
          1,
          2,
          34,
          DeliveryState.SENDING,
          DeliveryNotice.NONE,
          "",
          List.of(DeliveryTask.EMAIL),
          null,
          NOW,
          null,
          NOW,
          NOW);

  private final TestDatabase server = TestInstance.migratedDatabase();
  private final Database database =
      new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 2));
  private final List<NoticeMessage> taken = new ArrayList<>();
  private final NoticeTransport transport =
      new NoticeTransport() {
        @Override
        public String name() {
          return "webhook";
        }

        @Override
        public void deliver(NoticeMessage message) {
          taken.add(message);
        }
      };
  private final NoticeDao noticeDao = database.dao(NoticeDao.class);
  private final NoticeSender sender =
      new NoticeSender(database, noticeDao, List.of(transport), Clock.systemUTC());
  private final DeliveryRecipientDao recipientDao = mock(DeliveryRecipientDao.class);
  private final WebhookEvents events = mock(WebhookEvents.class);
  private final DeliveryNews underTest =
      new DeliveryNews(
          new Notices(database, noticeDao, List.of("webhook"), Optional.empty(), Clock.systemUTC()),
          events,
          recipientDao);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aFinishedDeliveryIsToldWithItsNumbers() {
    when(recipientDao.count(7))
        .thenReturn(
            List.of(
                new MessageCount(MessageState.SENT, Fault.NONE, 90),
                new MessageCount(MessageState.FAILED, Fault.values()[1], 2),
                new MessageCount(MessageState.FAILED, Fault.values()[2], 1)));
    underTest.finished(TASK);
    sender.run();
    assertEquals("Delivery 7 of post 34 is finished", taken.get(0).subject());
    assertEquals("failed: 3, sent: 90", taken.get(0).text());
    verify(events).delivery(WebhookEventType.DELIVERY_COMPLETED, TASK);
  }

  @Test
  void aPausedDeliveryIsAnAlert() {
    underTest.paused(TASK, 12, 90);
    sender.run();
    assertEquals("ALERT", taken.get(0).level().name());
    assertEquals("12 of 90 addresses do not exist.", taken.get(0).text());
  }
}
