package com.quaily.command.demo;

import com.quaily.model.Caller;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentStatus;
import com.quaily.wiring.PastServices;
import com.typesafe.config.Config;
import java.util.List;
import java.util.function.ToLongFunction;

/** Comments with replies, and reactions to posts. */
final class DemoComments {

  private final PastServices past;
  private final PastClock clock;
  private final DemoReaders readers;
  private final ToLongFunction<String> postId;

  DemoComments(
      PastServices past, PastClock clock, DemoReaders readers, ToLongFunction<String> postId) {
    this.past = past;
    this.clock = clock;
    this.readers = readers;
    this.postId = postId;
  }

  void create(Config content) {
    for (Config comment : content.getConfigList("comments")) {
      long post = postId.applyAsLong(comment.getString("post"));
      Comment created = comment(post, null, comment);
      if (comment.hasPath("answer")) {
        comment(post, created.id(), comment.getConfig("answer"));
      }
    }
    for (Config reaction : content.getConfigList("reactions")) {
      react(reaction);
    }
  }

  private Comment comment(long post, Long quoted, Config comment) {
    clock.goBack(comment.getDouble("day"));
    Caller author = readers.caller(comment.getString("by"));
    Comment created = past.comments().create(author, post, quoted, comment.getString("text"));
    if (created.isApproved() || comment.hasPath("waits")) {
      return created;
    }
    return past.comments()
        .moderate(readers.writer(), String.valueOf(created.id()), CommentStatus.APPROVED);
  }

  private void react(Config reaction) {
    long post = postId.applyAsLong(reaction.getString("post"));
    List<String> names = reaction.getStringList("by");
    clock.goBack(reaction.getDouble("day"));
    names.forEach(
        name ->
            past.reactions().toggle(readers.caller(name), post, reaction.getString("emoji"), null));
  }
}
