package com.quaily.service.comment;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.CommentDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.UserDao;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.delivery.mail.SystemMailer.CommentMail;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.account.User;
import com.quaily.model.comment.Comment;
import com.quaily.model.post.Post;
import com.quaily.page.url.PageUrls;
import com.quaily.service.comment.CommentNotices.CommentNotice;
import com.quaily.service.comment.CommentNotices.Recipient;
import java.util.Optional;

/** Emails the post's author or the quoted commenter about a comment, but not about their own. */
public final class CommentNoticeHandler implements JobHandler<CommentNotice> {

  private final CommentDao commentDao;
  private final PostDao postDao;
  private final ChannelDao channelDao;
  private final UserDao userDao;
  private final PageUrls urls;
  private final SystemMailer mailer;

  public CommentNoticeHandler(
      CommentDao commentDao,
      PostDao postDao,
      ChannelDao channelDao,
      UserDao userDao,
      PageUrls urls,
      SystemMailer mailer) {
    this.commentDao = commentDao;
    this.postDao = postDao;
    this.channelDao = channelDao;
    this.userDao = userDao;
    this.urls = urls;
    this.mailer = mailer;
  }

  @Override
  public JobType<CommentNotice> type() {
    return CommentNotices.NOTICE;
  }

  /** Ignores comments that were deleted in the meantime. */
  @Override
  public void run(CommentNotice notice) {
    commentDao
        .selectById(notice.commentId())
        .ifPresent(
            comment ->
                postDao
                    .selectById(comment.postId())
                    .ifPresent(post -> tell(comment, post, notice.recipient())));
  }

  private void tell(Comment comment, Post post, Recipient recipient) {
    Optional<Long> quotedAuthor =
        Optional.ofNullable(comment.quoteCommentId())
            .flatMap(commentDao::selectById)
            .map(Comment::authorId);
    Optional<Long> to =
        recipient == Recipient.POST_AUTHOR
            ? Optional.of(post.userId())
            // One email is enough for the author of both.
            : quotedAuthor.filter(author -> author != post.userId());
    to.filter(id -> id != comment.authorId())
        .flatMap(userDao::selectById)
        .ifPresent(reader -> mail(comment, post, recipient, reader));
  }

  private void mail(Comment comment, Post post, Recipient recipient, User reader) {
    String url =
        channelDao
            .selectById(post.channelId())
            .map(channel -> urls.article(channel, post.slug()))
            .orElseThrow();
    String author = userDao.selectById(comment.authorId()).map(User::name).orElse("");
    CommentMail mail =
        new CommentMail(author, post.title(), comment.content(), url, !comment.isApproved());
    if (recipient == Recipient.POST_AUTHOR) {
      mailer.sendNewComment(reader.email(), mail, reader.language());
    } else {
      mailer.sendQuotedComment(reader.email(), mail, reader.language());
    }
  }
}
