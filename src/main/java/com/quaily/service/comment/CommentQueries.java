package com.quaily.service.comment;

import com.quaily.dao.CommentDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SpamScoreDao;
import com.quaily.dao.UserDao;
import com.quaily.model.Caller;
import com.quaily.model.Slice;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentChoice;
import com.quaily.model.comment.SpamScore;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads comments. Callers other than the channel's writers see approved comments and their own. */
public final class CommentQueries {

  private static final int ANSWERS = 20;

  private final CommentDao commentDao;
  private final SpamScoreDao scoreDao;
  private final UserDao userDao;
  private final PostDao postDao;
  private final ChannelAccess access;
  private final PostLookup lookup;

  public CommentQueries(
      CommentDao commentDao,
      SpamScoreDao scoreDao,
      UserDao userDao,
      PostDao postDao,
      ChannelAccess access,
      PostLookup lookup) {
    this.commentDao = commentDao;
    this.scoreDao = scoreDao;
    this.userDao = userDao;
    this.postDao = postDao;
    this.access = access;
    this.lookup = lookup;
  }

  /** Comments on a post that the caller may see, newest first. */
  public Slice<CommentThread> listByPost(
      Optional<Caller> caller, long postId, int offset, int limit) {
    Post post = lookup.findVisible(postId, caller);
    long reader = reader(caller);
    return new Slice<>(
        threads(commentDao.selectByPost(post.id(), reader, offset, limit)),
        commentDao.countByPost(post.id(), reader),
        offset,
        limit);
  }

  /** Comments on the published posts of a channel, newest first. */
  public Slice<CommentThread> listByChannel(
      Optional<Caller> caller, String channelKey, int offset, int limit) {
    Channel channel = access.find(channelKey);
    long reader = reader(caller);
    return new Slice<>(
        threads(commentDao.selectByChannel(channel.id(), reader, offset, limit)),
        commentDao.countByChannel(channel.id(), reader),
        offset,
        limit);
  }

  private static long reader(Optional<Caller> caller) {
    return caller.map(Caller::userId).orElse(0L);
  }

  /**
   * Comments of a channel for its writers, newest first, with how likely they are spam.
   *
   * @param postId 0 = of all posts
   */
  public Slice<CommentThread> listAll(
      Caller caller, String channelKey, long postId, CommentChoice choice, int offset, int limit) {
    Channel channel = access.requireWriter(caller, channelKey);
    return new Slice<>(
        withScores(threads(commentDao.selectAll(channel.id(), postId, choice, offset, limit))),
        commentDao.countAll(channel.id(), postId, choice),
        offset,
        limit);
  }

  private List<CommentThread> withScores(List<CommentThread> threads) {
    List<Long> ids = threads.stream().map(thread -> thread.written().comment().id()).toList();
    Map<Long, SpamScore> scores = byId(scoreDao.selectByComments(ids), SpamScore::commentId);
    return threads.stream()
        .map(
            thread -> thread.with(Optional.ofNullable(scores.get(thread.written().comment().id()))))
        .toList();
  }

  /** A comment with its related objects. */
  public CommentThread thread(Comment comment) {
    return threads(List.of(comment)).get(0);
  }

  private List<CommentThread> threads(List<Comment> comments) {
    List<Comment> answers =
        commentDao.selectQuoting(comments.stream().map(Comment::id).toList(), ANSWERS);
    Map<Long, Comment> quoted =
        byId(
            commentDao.selectByIds(
                comments.stream()
                    .map(Comment::quoteCommentId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList()),
            Comment::id);
    Map<Long, User> authors = authors(Stream.of(comments, answers, quoted.values()));
    Map<Long, Post> posts = new HashMap<>();
    comments.forEach(
        comment ->
            posts.computeIfAbsent(comment.postId(), id -> postDao.selectById(id).orElseThrow()));
    return comments.stream()
        .map(
            comment ->
                new CommentThread(
                    written(comment, authors),
                    Optional.ofNullable(comment.quoteCommentId())
                        .map(quoted::get)
                        .filter(Comment::isApproved)
                        .map(quote -> written(quote, authors)),
                    answers.stream()
                        .filter(answer -> answer.quoteCommentId() == comment.id())
                        .map(answer -> written(answer, authors))
                        .toList(),
                    posts.get(comment.postId()),
                    Optional.empty()))
        .toList();
  }

  private Map<Long, User> authors(Stream<Collection<Comment>> comments) {
    List<Long> ids =
        comments.flatMap(Collection::stream).map(Comment::authorId).distinct().toList();
    return byId(userDao.selectByIds(ids), User::id);
  }

  private static <T> Map<Long, T> byId(List<T> rows, Function<T, Long> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static Written written(Comment comment, Map<Long, User> authors) {
    return new Written(comment, authors.get(comment.authorId()));
  }

  /** A comment and its author. */
  public record Written(Comment comment, User author) {}

  /**
   * A comment and its related objects.
   *
   * @param quoted the comment it replies to, if the caller may read it
   * @param answers its replies, oldest first
   * @param spam how likely it is spam; empty unless a moderator reads it
   */
  public record CommentThread(
      Written written,
      Optional<Written> quoted,
      List<Written> answers,
      Post post,
      Optional<SpamScore> spam) {

    private CommentThread with(Optional<SpamScore> score) {
      return new CommentThread(written, quoted, answers, post, score);
    }
  }
}
