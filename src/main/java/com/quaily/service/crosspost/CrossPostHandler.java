package com.quaily.service.crosspost;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.CrossPostDao;
import com.quaily.dao.PostDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.channel.Channel;
import com.quaily.model.crosspost.CrossPost;
import com.quaily.model.crosspost.CrossPostResult;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.QuailyException;
import com.quaily.model.post.Post;
import com.quaily.service.composer.Assistant;
import com.quaily.service.composer.translation.Translation;
import com.quaily.service.composer.translation.TranslationSource;
import com.quaily.service.composer.translation.TranslationStopped;
import com.quaily.service.composer.translation.TranslationTurns;
import com.quaily.service.composer.translation.Translator;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates posts for other channels. A second run takes up what the first one has translated; an
 * update asks only about blocks that have changed and keeps what writers made of the others.
 */
public final class CrossPostHandler implements JobHandler<CrossPostOrder> {

  /** A post waits for its translation into another channel. */
  public static final JobType<CrossPostOrder> TYPE =
      new JobType<>("cross-post", CrossPostOrder.class);

  private static final Logger LOG = LoggerFactory.getLogger(CrossPostHandler.class);

  private final Transactions transactions;
  private final CrossPostDao crossPostDao;
  private final PostDao postDao;
  private final ChannelDao channelDao;
  private final Translator translator;
  private final TranslationTurns turns;
  private final Clock clock;

  public CrossPostHandler(
      Transactions transactions,
      CrossPostDao crossPostDao,
      PostDao postDao,
      ChannelDao channelDao,
      Translator translator,
      TranslationTurns turns,
      Clock clock) {
    this.transactions = transactions;
    this.crossPostDao = crossPostDao;
    this.postDao = postDao;
    this.channelDao = channelDao;
    this.translator = translator;
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public JobType<CrossPostOrder> type() {
    return TYPE;
  }

  @Override
  public void run(CrossPostOrder order) {
    turns.runIfFree(() -> tryToTranslate(order));
  }

  @Override
  public Optional<Instant> next(CrossPostOrder order) {
    return find(order)
        .filter(it -> it.status() == CrossPost.PENDING)
        .map(it -> clock.instant().plus(TranslationTurns.ASK_AGAIN));
  }

  private Optional<CrossPost> find(CrossPostOrder order) {
    return crossPostDao.selectById(order.crossPostId()).filter(it -> it.run() == order.run());
  }

  private void tryToTranslate(CrossPostOrder order) {
    Optional<CrossPost> found = find(order);
    if (found.isEmpty() || !report(found.get(), 0, 0)) {
      return;
    }
    CrossPost crossPost = found.get();
    try {
      translate(order, crossPost);
    } catch (TranslationStopped e) {
      LOG.info("cross-post {} was cancelled", crossPost.id());
    } catch (QuailyException | IllegalStateException e) {
      LOG.warn("cross-post {} failed: {}", crossPost.id(), e.getMessage());
      end(crossPost, CrossPost.FAILED, e.getMessage());
    }
  }

  private void translate(CrossPostOrder order, CrossPost crossPost) {
    Optional<Post> post = postDao.selectById(crossPost.postId());
    Optional<Channel> channel = post.map(Post::channelId).flatMap(channelDao::selectById);
    if (post.isEmpty() || channel.isEmpty()) {
      end(crossPost, CrossPost.FAILED, ErrorCode.POST_NOT_FOUND.message());
      return;
    }
    // The owner may have forbidden it in the meantime.
    Assistant.requireAllowed(channel.get());
    SourceText text = new SourceText(post.get());
    Translation translation =
        translator.translate(
            new TranslationSource(
                order.userId(),
                channel.get().id(),
                crossPost.language(),
                post.get().title(),
                post.get().summary(),
                text.content(),
                "",
                kept(crossPost)),
            (done, all) -> report(crossPost, done, all));
    store(crossPost, result(crossPost, post.get(), text, translation));
  }

  private Map<String, String> kept(CrossPost crossPost) {
    Optional<CrossPostResult> accepted =
        Optional.ofNullable(crossPost.acceptedId()).flatMap(crossPostDao::selectResult);
    Optional<Post> translated =
        Optional.ofNullable(crossPost.translatedId()).flatMap(postDao::selectById);
    return accepted.isPresent() && translated.isPresent()
        ? SourceText.kept(translated.get(), accepted.get().blockHashes())
        : Map.of();
  }

  private CrossPostResult result(
      CrossPost crossPost, Post post, SourceText text, Translation translation) {
    return new CrossPostResult(
        0,
        crossPost.id(),
        SourceText.hash(post),
        text.hashes(),
        translation.title(),
        translation.summary(),
        translation.content(),
        translation.blocks(),
        translation.reused(),
        translation.left(),
        translator.promptVersion(),
        translation.cost().models(),
        translation.cost().tokens(),
        translation.cost().micros(),
        clock.instant(),
        null,
        null);
  }

  private void store(CrossPost crossPost, CrossPostResult result) {
    transactions.inTransaction(
        () -> {
          if (end(crossPost, CrossPost.DONE, null)) {
            crossPostDao.deleteUnaccepted(crossPost.id());
            crossPostDao.insertResult(result);
          }
        });
  }

  private boolean report(CrossPost crossPost, int done, int all) {
    return crossPostDao.progress(crossPost.id(), crossPost.run(), done, all, clock.instant()) > 0;
  }

  private boolean end(CrossPost crossPost, int status, String error) {
    return crossPostDao.end(crossPost.id(), crossPost.run(), status, error, clock.instant()) > 0;
  }
}
