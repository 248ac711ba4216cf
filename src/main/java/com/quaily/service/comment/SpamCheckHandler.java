package com.quaily.service.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.ai.AiTasks;
import com.quaily.ai.AiTasks.Wish;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.CommentDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SpamScoreDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.JsonText;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.channel.Channel;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.SpamScore;
import com.quaily.model.error.QuailyException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.comment.CommentScreening.SpamCheck;
import com.quaily.service.composer.Assistant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a model judge a comment, unless the channel's texts may not go to one. Without an answer the
 * judgement of the rules stays. One job asks, another looks for the answer: none holds a thread
 * while the model thinks.
 */
public final class SpamCheckHandler implements JobHandler<SpamCheck> {

  /** The name of the prompt. */
  public static final String PROMPT = "spam";

  private static final Logger LOG = LoggerFactory.getLogger(SpamCheckHandler.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

  private final Transactions transactions;
  private final Tables tables;
  private final PageChangeLog pages;
  private final AiTasks tasks;
  private final JobQueue jobs;
  private final String promptId;
  private final Clock clock;

  /** The tables. */
  public record Tables(
      CommentDao comments, SpamScoreDao scores, PostDao posts, ChannelDao channels) {}

  /**
   * @param promptId name and version of the prompt
   */
  public SpamCheckHandler(
      Transactions transactions,
      Tables tables,
      PageChangeLog pages,
      AiTasks tasks,
      JobQueue jobs,
      String promptId,
      Clock clock) {
    this.transactions = transactions;
    this.tables = tables;
    this.pages = pages;
    this.tasks = tasks;
    this.jobs = jobs;
    this.promptId = promptId;
    this.clock = clock;
  }

  @Override
  public JobType<SpamCheck> type() {
    return CommentScreening.CHECK;
  }

  /** Ignores comments that were deleted in the meantime, and those of the channel's writers. */
  @Override
  public void run(SpamCheck check) {
    Optional<Comment> comment = tables.comments().selectById(check.commentId());
    Optional<Channel> channel =
        comment.flatMap(it -> tables.channels().selectById(it.channelId())).filter(this::mayAsk);
    if (channel.isEmpty() || channel.get().isWrittenBy(comment.get().authorId())) {
      return;
    }
    if (check.traceId() == null) {
      ask(comment.get());
    } else {
      task(check).ifPresent(task -> take(task, comment.get(), channel.get()));
    }
  }

  /** Until the model has answered, as long as a scheduler runs that can end the task. */
  @Override
  public Optional<Instant> next(SpamCheck check) {
    return task(check)
        .filter(task -> !task.hasEnded() && tasks.isServed())
        .map(task -> clock.instant().plus(LOOK_AGAIN));
  }

  private boolean mayAsk(Channel channel) {
    return tasks.hasModels() && tasks.isServed() && Assistant.allows(channel);
  }

  private Optional<AiTask> task(SpamCheck check) {
    return Optional.ofNullable(check.traceId())
        .flatMap(
            traceId ->
                tables
                    .comments()
                    .selectById(check.commentId())
                    .flatMap(comment -> tasks.find(caller(comment), traceId)));
  }

  private static String caller(Comment comment) {
    return "channel:" + comment.channelId();
  }

  private void take(AiTask task, Comment comment, Channel channel) {
    if (task.status() == AiTask.COMPLETED) {
      JsonNode answer = parsed(task.result());
      SpamScore score =
          new SpamScore(
              comment.id(),
              answer.path("score").asDouble(),
              answer.path("reason").asText(""),
              promptId,
              clock.instant());
      transactions.inTransaction(() -> store(comment, channel, score));
    }
  }

  /** A comment that a person has decided about stays as it is. */
  private void store(Comment comment, Channel channel, SpamScore score) {
    tables.scores().upsert(score);
    Instant now = clock.instant();
    if (score.isSuspicious()
        && CommentScreening.holds(channel)
        && tables.comments().holdUndecided(comment.id(), now) > 0) {
      pages.articleChanged(comment.channelId(), comment.postId());
    }
  }

  private void ask(Comment comment) {
    String title = tables.posts().selectById(comment.postId()).map(Post::title).orElse("");
    Wish wish =
        new Wish(
            caller(comment),
            comment.channelId(),
            AiTask.BATCH,
            ModelClass.SMALL,
            AiRequest.ofPrompt(PROMPT, Map.of("title", title, "comment", comment.content())),
            "spam-" + comment.id(),
            PATIENCE);
    try {
      AiTask task = tasks.add(wish);
      jobs.enqueueAt(
          CommentScreening.CHECK,
          "answer:" + comment.id(),
          new SpamCheck(comment.id(), task.traceId()),
          clock.instant().plus(LOOK_AGAIN));
    } catch (QuailyException e) {
      LOG.info("no model judged comment {}: {}", comment.id(), e.getMessage());
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return JsonText.reader().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored result cannot be read", e);
    }
  }
}
