package com.quaily.ai.scheduler;

import com.quaily.dao.AiTaskDao;
import com.quaily.model.ai.AiTask;
import java.time.Duration;

/** Stores the text of a running attempt as it arrives, a few times a second. */
final class PartialText {

  private static final long PAUSE = Duration.ofMillis(250).toNanos();

  private final AiTaskDao taskDao;
  private final Claim claim;
  private final StringBuilder text = new StringBuilder();

  /** The first part is stored at once. */
  private long stored = System.nanoTime() - PAUSE;

  PartialText(AiTaskDao taskDao, Claim claim) {
    this.taskDao = taskDao;
    this.claim = claim;
  }

  /** Takes the next part; only interactive tasks have somebody who watches. */
  void append(String part) {
    text.append(part);
    boolean watched = claim.task().priority() == AiTask.INTERACTIVE && claim.next().last();
    if (watched && System.nanoTime() - stored >= PAUSE) {
      taskDao.savePartial(claim.task().id(), claim.attempt(), text.toString());
      stored = System.nanoTime();
    }
  }
}
