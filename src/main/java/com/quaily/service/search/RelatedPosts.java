package com.quaily.service.search;

import com.quaily.ai.Embeddings;
import com.quaily.ai.Embeddings.Payer;
import com.quaily.ai.VectorBytes;
import com.quaily.dao.PostVectorDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Sha256;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.search.Closeness;
import com.quaily.model.search.PostVector;
import com.quaily.model.search.VectorText;
import com.quaily.service.search.RelatedPosts.VectorOrder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds related posts of a channel by the vectors of their texts, where a model for vectors is
 * configured. A text whose vector is known is not sent again.
 */
public final class RelatedPosts implements JobHandler<VectorOrder> {

  private static final Logger LOG = LoggerFactory.getLogger(RelatedPosts.class);

  /** Computes the vector of a post. */
  public static final JobType<VectorOrder> TYPE = new JobType<>("post-vector", VectorOrder.class);

  /** Characters of a text; models read only the beginning of longer ones. */
  private static final int LONGEST = 6_000;

  private static final int AT_ONCE = 500;
  private static final int QUEUED_AT_ONCE = 200;

  /** More than are shown, so that enough are left when some of them go. */
  private static final int NEIGHBORS = 40;

  private static final double CLOSE = 0.3;

  private final Transactions transactions;
  private final PostVectorDao vectorDao;
  private final Embeddings embeddings;
  private final JobQueue jobs;
  private final Clock clock;
  private final AtomicLong walked = new AtomicLong();

  public RelatedPosts(
      Transactions transactions,
      PostVectorDao vectorDao,
      Embeddings embeddings,
      JobQueue jobs,
      Clock clock) {
    this.transactions = transactions;
    this.vectorDao = vectorDao;
    this.embeddings = embeddings;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Data of {@link #TYPE}. */
  public record VectorOrder(long postId) {}

  @Override
  public JobType<VectorOrder> type() {
    return TYPE;
  }

  /** The model whose vectors are stored; empty when none is configured. */
  private Optional<String> model() {
    return embeddings.model();
  }

  /** Queues the vectors of posts that have changed, in the caller's transaction. */
  void changed(List<Long> postIds) {
    if (model().isPresent()) {
      postIds.forEach(id -> jobs.enqueueOnce(TYPE, Long.toString(id), new VectorOrder(id)));
    }
  }

  /**
   * Deletes the vectors that are not wanted any more, and queues posts that have none: some at a
   * time, so that the newest posts of all channels need not wait for them.
   */
  public void catchUp() {
    vectorDao.deleteUnwanted(model().isPresent());
    model()
        .ifPresent(
            model -> {
              List<Long> ids = vectorDao.selectMissing(model, walked.get(), QUEUED_AT_ONCE);
              // Those that a provider refuses come again only after all others.
              walked.set(ids.isEmpty() ? 0 : ids.get(ids.size() - 1));
              changed(ids);
            });
  }

  @Override
  public void run(VectorOrder order) {
    Optional<VectorText> text =
        vectorDao.selectText(order.postId()).filter(found -> !found.forbidden());
    if (text.isEmpty()) {
      vectorDao.delete(order.postId());
    }
    text.ifPresent(found -> model().ifPresent(model -> tryToUpdate(found, model)));
  }

  /** Without a vector, words decide; {@link #catchUp} tries again. */
  private void tryToUpdate(VectorText text, String model) {
    try {
      update(text, model);
    } catch (TooManyException | UnavailableException | InvalidException e) {
      LOG.info("post {} has no vector: {}", text.postId(), e.getMessage());
      vectorDao.delete(text.postId());
    }
  }

  private void update(VectorText text, String model) {
    String said = said(text.title(), text.summary(), text.content());
    byte[] hash = Sha256.of(said);
    if (vectorDao
        .selectHash(text.postId(), model)
        .filter(known -> Arrays.equals(known, hash))
        .isPresent()) {
      return;
    }
    float[] vector = vector(text.channelId(), model, said);
    transactions.inTransaction(
        () -> {
          // Two posts that are new at the same time must see each other.
          transactions.lock("post vectors of " + text.channelId());
          vectorDao.upsert(text, model, hash, VectorBytes.of(vector), clock.instant());
          relate(text, model, vector);
        });
  }

  private static String said(String title, String summary, String content) {
    String whole = String.join("\n", title, summary, content);
    return whole.substring(0, Math.min(whole.length(), LONGEST));
  }

  private float[] vector(long channelId, String model, String said) {
    Payer payer = new Payer("channel:" + channelId, channelId);
    return VectorBytes.normalized(
        embeddings.embed(payer, "", model, List.of(said)).vectors().get(0));
  }

  private void relate(VectorText text, String model, float[] vector) {
    vectorDao.deleteRelated(text.postId());
    List<Closeness> closest = closest(text.channelId(), model, vector, text.postId(), NEIGHBORS);
    closest.forEach(other -> vectorDao.insertRelated(text.postId(), other));
    List<Long> touched = new ArrayList<>(closest.stream().map(Closeness::postId).toList());
    touched.add(text.postId());
    vectorDao.trimRelated(touched, NEIGHBORS);
  }

  /** The closest posts of a channel, the closest first. */
  private List<Closeness> closest(
      long channelId, String model, float[] vector, long except, int most) {
    PriorityQueue<Closeness> best =
        new PriorityQueue<>(Comparator.comparingDouble(Closeness::score));
    long after = 0;
    for (List<PostVector> some = vectorDao.selectByChannel(channelId, model, after, AT_ONCE);
        !some.isEmpty();
        some = vectorDao.selectByChannel(channelId, model, after, AT_ONCE)) {
      for (PostVector other : some) {
        double score = VectorBytes.cosine(vector, VectorBytes.read(other.vector()));
        if (other.postId() != except && score >= CLOSE) {
          best.add(new Closeness(other.postId(), score));
        }
        if (best.size() > most) {
          best.poll();
        }
      }
      after = some.get(some.size() - 1).postId();
    }
    return best.stream().sorted(Comparator.comparingDouble(Closeness::score).reversed()).toList();
  }
}
