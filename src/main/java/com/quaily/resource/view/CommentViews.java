package com.quaily.resource.view;

import com.quaily.model.comment.Comment;
import com.quaily.model.comment.SpamScore;
import com.quaily.model.post.Post;
import com.quaily.resource.view.CommentView.CommentedPostView;
import com.quaily.resource.view.CommentView.SpamView;
import com.quaily.service.comment.CommentQueries;
import com.quaily.service.comment.CommentQueries.CommentThread;
import com.quaily.service.comment.CommentQueries.Written;
import java.util.List;

/** Builds comment views. */
public final class CommentViews {

  private final CommentQueries commentQueries;
  private final UserViews userViews;

  public CommentViews(CommentQueries commentQueries, UserViews userViews) {
    this.commentQueries = commentQueries;
    this.userViews = userViews;
  }

  /** A comment with its related objects. */
  public CommentView whole(Comment comment) {
    return whole(commentQueries.thread(comment));
  }

  /** A comment with its related objects. */
  public CommentView whole(CommentThread thread) {
    return view(
        thread.written(),
        thread.quoted().map(this::inside).orElse(null),
        thread.answers().stream().map(this::inside).toList(),
        post(thread.post()),
        thread.spam().map(CommentViews::spam).orElse(null));
  }

  private CommentView inside(Written written) {
    return view(written, null, null, null, null);
  }

  private static SpamView spam(SpamScore score) {
    return new SpamView(score.score(), score.reason(), score.judge());
  }

  private static CommentedPostView post(Post post) {
    return new CommentedPostView(
        post.id(),
        post.slug(),
        post.title(),
        post.summary(),
        post.coverImageUrl(),
        post.userId(),
        post.channelId(),
        post.publishedAt());
  }

  private CommentView view(
      Written written,
      CommentView quoted,
      List<CommentView> answers,
      CommentedPostView post,
      SpamView spam) {
    Comment comment = written.comment();
    return new CommentView(
        comment.id(),
        comment.quoteCommentId(),
        comment.postId(),
        comment.channelId(),
        comment.isDeleted() ? 0 : comment.authorId(),
        comment.content(),
        comment.status().wireNumber(),
        comment.createdAt(),
        comment.updatedAt(),
        quoted,
        answers,
        comment.isDeleted() ? null : userViews.open(written.author()),
        post,
        spam);
  }
}
