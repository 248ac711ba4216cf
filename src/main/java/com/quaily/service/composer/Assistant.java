package com.quaily.service.composer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.ai.AiTasks;
import com.quaily.ai.AiTasks.Wish;
import com.quaily.dao.ChannelDao;
import com.quaily.model.Caller;
import com.quaily.model.JsonText;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.ai.TaskCost;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.QuailyException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.channel.ChannelAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks models about the texts of writers, unless a channel's owner does not want that. */
public final class Assistant {

  /** The option of a channel whose texts no provider may get. */
  public static final String DISABLED = "ai_disabled";

  private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

  /** Longer waits than this are no help in a field of a form. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AiTasks tasks;
  private final ChannelDao channelDao;
  private final ChannelAccess access;

  public Assistant(AiTasks tasks, ChannelDao channelDao, ChannelAccess access) {
    this.tasks = tasks;
    this.channelDao = channelDao;
    this.access = access;
  }

  /**
   * A question.
   *
   * @param list the channel of the text, by id or slug; null = not said
   * @param prompt name of a prompt
   * @param input the prompt's values
   */
  public record Question(String list, String prompt, Map<String, String> input) {}

  /** An answer and the task that it comes from. */
  record Answered(JsonNode json, AiTask task) {}

  /** The answer, if a model may be asked and answers soon. */
  Optional<Answered> askNow(Caller caller, Question question) {
    if (!tasks.hasModels() || !tasks.isServed()) {
      return Optional.empty();
    }
    try {
      AiTask task = add(caller, question, PATIENCE);
      AiTask ended = tasks.await(task.caller(), task.traceId(), PATIENCE);
      if (ended.status() != AiTask.COMPLETED) {
        tasks.cancel(task.caller(), task.traceId());
        return Optional.empty();
      }
      return Optional.of(new Answered(JsonText.reader().readTree(ended.result()), ended));
    } catch (QuailyException e) {
      LOG.info("no model was asked: {}", e.getMessage());
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored result cannot be read", e);
    }
  }

  /**
   * Begins a task.
   *
   * @throws ForbiddenException when the text's channel does not want that
   * @throws UnavailableException when there is no model or no scheduler
   */
  AiTask begin(Caller caller, Question question) {
    requireServed();
    return add(caller, question, null);
  }

  private AiTask add(Caller caller, Question question, Duration deadline) {
    Long channelId = allowedChannel(caller, question.list()).orElse(null);
    return tasks.add(
        new Wish(
            callerName(caller.userId()),
            channelId,
            AiTask.INTERACTIVE,
            ModelClass.SMALL,
            AiRequest.ofPrompt(question.prompt(), question.input()),
            null,
            deadline));
  }

  /** Without a channel, the text could be of any of the writer's. */
  private Optional<Long> allowedChannel(Caller caller, String list) {
    if (list != null && !list.isBlank()) {
      return Optional.of(requireAllowed(access.requireWriter(caller, list)).id());
    }
    List<Channel> channels = channelDao.selectByWriter(caller.userId());
    channels.forEach(Assistant::requireAllowed);
    return channels.size() == 1 ? Optional.of(channels.get(0).id()) : Optional.empty();
  }

  /**
   * A channel that the caller writes for and whose texts models may get.
   *
   * @throws UnavailableException when no model is configured
   * @throws ForbiddenException otherwise
   */
  public Channel requireModelFor(Caller caller, String list) {
    Channel channel = requireAllowed(access.requireWriter(caller, list));
    requireServed();
    return channel;
  }

  /** A task that nobody takes would keep the writer waiting for nothing. */
  private void requireServed() {
    require(tasks.hasModels(), ErrorCode.AI_NOT_CONFIGURED);
    require(tasks.isServed(), ErrorCode.AI_NO_SCHEDULER);
  }

  /**
   * Checks that images can be described.
   *
   * @throws UnavailableException otherwise
   */
  void requireVision() {
    requireServed();
    require(tasks.seeImages(), ErrorCode.AI_NO_VISION);
  }

  private static void require(boolean condition, ErrorCode code) {
    if (!condition) {
      throw new UnavailableException(code, code.message());
    }
  }

  /**
   * A channel that the caller writes for.
   *
   * @throws ForbiddenException otherwise
   */
  public Channel requireWriter(Caller caller, String list) {
    return access.requireWriter(caller, list);
  }

  /** Whether the channel's texts may be given to providers. */
  public static boolean allows(Channel channel) {
    return !Boolean.TRUE.equals(channel.options().get(DISABLED));
  }

  /**
   * The channel, if its texts may be given to providers.
   *
   * @throws ForbiddenException otherwise
   */
  public static Channel requireAllowed(Channel channel) {
    if (!allows(channel)) {
      throw new ForbiddenException(ErrorCode.AI_NOT_ALLOWED);
    }
    return channel;
  }

  AiTask get(long userId, UUID traceId) {
    return tasks.get(callerName(userId), traceId);
  }

  AiTask await(long userId, UUID traceId, Duration most) {
    return tasks.await(callerName(userId), traceId, most);
  }

  void cancel(long userId, UUID traceId) {
    tasks.cancel(callerName(userId), traceId);
  }

  TaskCost cost(AiTask task) {
    return tasks.cost(task);
  }

  static String callerName(long userId) {
    return "user:" + userId;
  }
}
