package com.quaily.service.delivery.social;

import com.quaily.dao.SocialDao;
import com.quaily.delivery.social.SocialMessage;
import com.quaily.delivery.social.SocialOutcome;
import com.quaily.delivery.social.SocialSender;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialPost.State;
import com.quaily.model.delivery.SocialService;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts deliveries' messages, each at most once: what was begun is stored before the service is
 * asked. A message whose fate is unknown is repeated only with a key that the service remembers.
 */
public final class SocialPoster implements SocialSender {

  private static final Logger LOG = LoggerFactory.getLogger(SocialPoster.class);

  private final SocialDao socialDao;
  private final SocialClients clients;
  private final SocialAccounts accounts;
  private final SocialConnections connections;
  private final SocialCards cards;
  private final Clock clock;

  public SocialPoster(
      SocialDao socialDao,
      SocialClients clients,
      SocialAccounts accounts,
      SocialConnections connections,
      SocialCards cards,
      Clock clock) {
    this.socialDao = socialDao;
    this.clients = clients;
    this.accounts = accounts;
    this.connections = connections;
    this.cards = cards;
    this.clock = clock;
  }

  @Override
  public Set<String> connected(long channelId) {
    SocialAccount account = accounts.load(channelId);
    Set<String> services = new TreeSet<>();
    Arrays.stream(SocialService.values())
        .filter(service -> isConnected(account, service))
        .forEach(service -> services.add(service.wireName()));
    return services;
  }

  private boolean isConnected(SocialAccount account, SocialService service) {
    return account.isOn(service.enabledSetting())
        && clients.of(service).isComplete(account)
        && !connections.isBroken(account.channelId(), service);
  }

  @Override
  public SocialOutcome send(SocialMessage message) {
    Optional<SocialService> service = SocialService.of(message.service());
    if (service.isEmpty()) {
      return failed("there is no service " + message.service());
    }
    SocialClient client = clients.of(service.get());
    SocialAccount account = accounts.load(message.channelId());
    Optional<Instant> pause = connections.pausedUntil(message.channelId(), service.get());
    if (pause.isPresent()) {
      return waiting("the service asked to wait", pause.get());
    }
    if (!isConnected(account, service.get())) {
      return failed(client.requirement());
    }
    Optional<SocialCard> card = cards.of(message.channelId(), message.postId(), service.get());
    return card.isEmpty()
        ? failed("the post is not published")
        : begin(message, client, account, card.get());
  }

  private SocialOutcome begin(
      SocialMessage message, SocialClient client, SocialAccount account, SocialCard card) {
    Instant now = clock.instant();
    SocialPost posting =
        new SocialPost(
            0,
            message.taskId(),
            client.service(),
            message.channelId(),
            message.postId(),
            client.newKey(message.taskId(), now),
            "",
            "",
            "",
            State.POSTING,
            "",
            now,
            now);
    Optional<SocialPost> begun = socialDao.beginPost(posting);
    if (begun.isPresent()) {
      return attempt(client, account, card, begun.get());
    }
    SocialPost earlier =
        socialDao.selectPostOfTask(message.taskId(), client.service()).orElseThrow();
    return earlier.state() == State.POSTING
        ? repeat(client, account, card, earlier)
        : outcome(earlier);
  }

  /** An attempt ended without an answer, or the process that made it died. */
  private SocialOutcome repeat(
      SocialClient client, SocialAccount account, SocialCard card, SocialPost earlier) {
    if (isRepeatable(client, account, earlier)) {
      return attempt(client, account, card, earlier);
    }
    return outcome(store(earlier.with(State.UNCERTAIN, earlier.reply())));
  }

  private boolean isRepeatable(SocialClient client, SocialAccount account, SocialPost post) {
    Instant forgotten = post.createdAt().plus(client.repeatableFor(account));
    return clock.instant().isBefore(forgotten);
  }

  private SocialOutcome attempt(
      SocialClient client, SocialAccount account, SocialCard card, SocialPost post) {
    try {
      SocialClient.Posted posted = client.post(account, card, post.postKey());
      connections.worked(account.channelId(), client.service());
      return outcome(store(post.posted(posted.remoteId(), posted.place(), posted.address())));
    } catch (SocialException e) {
      LOG.info("{} of task {}: {} {}", client.service(), post.taskId(), e.kind(), e.getMessage());
      connections.failed(account.channelId(), client.service(), e);
      return failure(client, account, post, e);
    }
  }

  private SocialOutcome failure(
      SocialClient client, SocialAccount account, SocialPost post, SocialException e) {
    return switch (e.kind()) {
      case REFUSED, GONE, DISCONNECTED -> outcome(store(post.with(State.FAILED, e.getMessage())));
      case WAIT -> {
        store(post.with(State.WAITING, e.getMessage()));
        yield waiting(e.getMessage(), e.retryAt().orElseThrow());
      }
      case UNCERTAIN -> {
        if (isRepeatable(client, account, post)) {
          store(post.with(State.POSTING, e.getMessage()));
          yield waiting(e.getMessage(), clock.instant().plus(SocialHttp.PAUSE));
        }
        yield outcome(store(post.with(State.UNCERTAIN, e.getMessage())));
      }
    };
  }

  private SocialPost store(SocialPost post) {
    socialDao.updatePost(post, clock.instant());
    return post;
  }

  private static SocialOutcome outcome(SocialPost post) {
    SocialOutcome.State state =
        switch (post.state()) {
          case POSTED, DELETED -> SocialOutcome.State.SENT;
          case FAILED -> SocialOutcome.State.FAILED;
          case POSTING, WAITING, UNCERTAIN -> SocialOutcome.State.UNCERTAIN;
        };
    Optional<String> address = Optional.of(post.address()).filter(text -> !text.isEmpty());
    return new SocialOutcome(state, post.reply(), Optional.empty(), address);
  }

  private static SocialOutcome failed(String reply) {
    return new SocialOutcome(SocialOutcome.State.FAILED, reply, Optional.empty(), Optional.empty());
  }

  private static SocialOutcome waiting(String reply, Instant retryAt) {
    return new SocialOutcome(
        SocialOutcome.State.WAIT, reply, Optional.of(retryAt), Optional.empty());
  }
}
