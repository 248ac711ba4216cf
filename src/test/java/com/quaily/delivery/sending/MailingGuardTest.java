package com.quaily.delivery.sending;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.model.delivery.Fault;
import com.quaily.model.delivery.MessageCount;
import com.quaily.model.delivery.MessageState;
import com.quaily.notice.Notices;
import com.quaily.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailingGuardTest {

  private static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");

  private final MailingDao mailingDao = mock();
  private final MailingRecipientDao recipientDao = mock();
  private final Notices notices = mock();
  private final SettableClock clock = new SettableClock(NOW);
  private final MailingGuard underTest = new MailingGuard(mailingDao, recipientDao, notices, clock);

  private void counts(long sent, long missing, long full) {
    when(recipientDao.count(7))
        .thenReturn(
            List.of(
                new MessageCount(MessageState.SENT, Fault.NONE, sent),
                new MessageCount(MessageState.FAILED, Fault.MAILBOX_NOT_FOUND, missing),
                new MessageCount(MessageState.FAILED, Fault.MAILBOX_FULL, full)));
  }

  @Test
  void aMailingToManyMissingAddressesIsPausedAndTheOperatorTold() {
    counts(57, 4, 0);
    when(mailingDao.pause(7)).thenReturn(1);

    underTest.look(Set.of(7L));

    verify(recipientDao).postpone(7, NOW);
    verify(notices).tell(any());
  }

  @Test
  void whoResumedItHasSeenIt() {
    counts(57, 4, 0);
    when(mailingDao.pause(7)).thenReturn(0);

    underTest.look(Set.of(7L));

    verify(recipientDao, never()).postpone(anyLong(), any());
    verify(notices, never()).tell(any());
  }

  @Test
  void fewEmailsOrFullMailboxesSayNothing() {
    counts(9, 40, 0);
    underTest.look(Set.of(7L));
    clock.advance(Duration.ofMinutes(1));
    counts(95, 5, 100);
    underTest.look(Set.of(7L));

    verify(mailingDao, never()).pause(anyLong());
  }

  @Test
  void whatWasSentAMomentAgoIsLookedAtTheNextTime() {
    counts(57, 0, 0);
    underTest.look(Set.of(7L));
    underTest.look(Set.of(7L));
    verify(recipientDao, times(1)).count(7);

    clock.advance(Duration.ofSeconds(1));
    underTest.look(Set.of());
    verify(recipientDao, times(2)).count(7);
  }
}
