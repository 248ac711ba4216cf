package com.quaily.delivery.mailing;

import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.dao.SequenceMailDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.content.Letter;
import com.quaily.delivery.content.LetterComposer;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.mailing.MailingMails.MailingTurn;
import com.quaily.model.delivery.MailingKind;
import com.quaily.model.subscription.SequenceMail;
import com.quaily.page.publishing.compose.PostBodies;
import com.quaily.page.url.PageUrls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The emails that new readers get one after another, each some days after they confirmed. */
public final class Sequences implements MailingMails.MailingContent {

  /** Confirmations can be committed later than others with a later time. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final SequenceMailDao sequenceDao;
  private final MailingDao mailingDao;
  private final MailingRecipientDao recipientDao;
  private final PostBodies bodies;
  private final PageUrls urls;
  private final LetterComposer composer;
  private final Clock clock;

  /** Where mailings are kept. */
  public record Tables(
      Transactions transactions,
      SequenceMailDao sequences,
      MailingDao mailings,
      MailingRecipientDao recipients) {}

  public Sequences(
      Tables tables, PostBodies bodies, PageUrls urls, LetterComposer composer, Clock clock) {
    this.transactions = tables.transactions();
    this.sequenceDao = tables.sequences();
    this.mailingDao = tables.mailings();
    this.recipientDao = tables.recipients();
    this.bodies = bodies;
    this.urls = urls;
    this.composer = composer;
    this.clock = clock;
  }

  /** Adds the emails whose day has come. */
  public void gather() {
    sequenceDao
        .selectDue(clock.instant())
        .forEach(id -> transactions.inTransaction(() -> gather(id)));
  }

  private void gather(long id) {
    Optional<SequenceMail> locked = sequenceDao.lock(id);
    if (locked.isEmpty()) {
      return;
    }
    SequenceMail mail = locked.get();
    Instant now = clock.instant();
    Instant covered = sequenceDao.selectCovered(id);
    Instant until = now.minus(Duration.ofDays(mail.days()));
    if (until.isAfter(covered)) {
      long mailing =
          mailingDao.ensure(
              mail.channelId(), MailingKind.SEQUENCE, String.valueOf(id), id, "", now);
      recipientDao.insertConfirmed(mailing, mail.channelId(), covered.minus(OVERLAP), until, now);
      sequenceDao.updateCovered(id, until);
    }
  }

  @Override
  public Optional<PostMail> write(MailingTurn turn) {
    return sequenceDao.selectById(turn.mailing().postId()).map(mail -> compose(turn, mail));
  }

  private PostMail compose(MailingTurn turn, SequenceMail mail) {
    return composer.compose(
        turn.context(),
        turn.language(),
        turn.context().languageOf(""),
        new Letter(
            mail.title(),
            mail.title(),
            "",
            "",
            bodies.inMail(turn.context(), mail.content()).html(),
            LetterComposer.tagged(urls.index(turn.context().channel())),
            "",
            ""));
  }
}
