package com.quaily.delivery.mailing;

import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.dao.PostDao;
import com.quaily.delivery.content.PostMail;
import com.quaily.delivery.content.PostMailComposer;
import com.quaily.delivery.mailing.MailingMails.MailingTurn;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.MailingKind;
import com.quaily.model.post.Post;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A changed post, for those who got the old version. */
public final class Corrections implements MailingMails.MailingContent {

  private final MailingDao mailingDao;
  private final MailingRecipientDao recipientDao;
  private final PostDao postDao;
  private final PostMailComposer composer;
  private final Clock clock;

  public Corrections(
      MailingDao mailingDao,
      MailingRecipientDao recipientDao,
      PostDao postDao,
      PostMailComposer composer,
      Clock clock) {
    this.mailingDao = mailingDao;
    this.recipientDao = recipientDao;
    this.postDao = postDao;
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * Mails a version of a post to those who got an earlier one, in the caller's transaction; returns
   * how many. The same version is mailed once.
   *
   * @param note what the writer says about the change; empty when nothing
   */
  public int send(Post post, String note) {
    if (post.modifiedAt() == null) {
      return 0;
    }
    Instant now = clock.instant();
    String name = post.id() + " " + post.modifiedAt();
    long mailing =
        mailingDao.ensure(post.channelId(), MailingKind.CORRECTION, name, post.id(), note, now);
    return recipientDao.insertEarlierReaders(mailing, post.id(), post.modifiedAt(), now);
  }

  /** How many readers got a post before its last visible change. */
  public long countEarlierReaders(Post post) {
    return post.modifiedAt() == null
        ? 0
        : recipientDao.countEarlierReaders(post.id(), post.modifiedAt());
  }

  @Override
  public Optional<PostMail> write(MailingTurn turn) {
    return postDao
        .selectById(turn.mailing().postId())
        .filter(post -> post.isPublished() && post.trashedAt() == null)
        .map(
            post ->
                composer.correct(
                    turn.context(),
                    post,
                    turn.language(),
                    isEntitled(turn, post),
                    turn.mailing().note()));
  }

  private boolean isEntitled(MailingTurn turn, Post post) {
    Channel channel = turn.context().channel();
    DueMail due = turn.due();
    return post.hasPaidContent()
        && (due.isPremium(clock.instant()) || channel.isWrittenBy(due.userId()));
  }
}
