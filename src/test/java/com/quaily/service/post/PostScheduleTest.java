package com.quaily.service.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.JobDao;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostTagDao;
import com.quaily.database.Database;
import com.quaily.job.JobQueue;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostSchedule.ScheduledPost;
import com.quaily.testing.SettableClock;
import com.quaily.testing.TestNewsroom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scheduled publication by workers whose clock the test sets. */
class PostScheduleTest {

  private static final Instant NOW = Instant.parse("2025-05-01T08:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestNewsroom newsroom = TestNewsroom.open();
  private final SettableClock clock = new SettableClock(NOW);
  private final PostSchedule underTest = worker();
  private final PublishScheduledPostHandler job = new PublishScheduledPostHandler(underTest);
  private final Post draft = newsroom.save("soon", "Soon", "Text", null, "tea");

  @AfterEach
  void close() {
    newsroom.close();
  }

  /** What one worker process has. */
  private PostSchedule worker() {
    Database database = newsroom.modules().database();
    JobQueue jobs = new JobQueue(database, database.dao(JobDao.class), clock);
    PostPublication publication =
        new PostPublication(
            database,
            database.dao(ChannelDao.class),
            newsroom.postDao(),
            database.dao(PostTagDao.class),
            new PageChangeLog(database, database.dao(PageDao.class), jobs, false, clock),
            newsroom.modules().webhook().events());
    ChannelAccess access = new ChannelAccess(database.dao(ChannelDao.class));
    PostChanges changes =
        new PostChanges(
            newsroom.postDao(),
            new PostLookup(newsroom.postDao(), access),
            publication,
            newsroom.modules().page().publisher(),
            clock);
    return new PostSchedule(newsroom.postDao(), changes, publication, access, jobs, clock);
  }

  private Post schedule(Duration ahead) {
    return underTest.schedule(
        newsroom.owner(), newsroom.channel(), "soon", clock.instant().plus(ahead));
  }

  private Post stored() {
    return newsroom.postDao().selectById(draft.id()).orElseThrow();
  }

  private void runJob() {
    job.run(new ScheduledPost(draft.id()));
  }

  private Optional<Instant> nextRun() {
    return job.next(new ScheduledPost(draft.id()));
  }

  private boolean isInJobTable(Instant time) {
    return newsroom.count(
            "scheduled_tasks where task_name = 'publish-scheduled-post' and task_instance = '"
                + draft.id()
                + "' and execution_time = '"
                + time
                + "'")
        == 1;
  }

  @Test
  void aPostAppearsWithItsScheduledDate() {
    schedule(HOUR);
    clock.advance(HOUR.plusSeconds(3));
    runJob();
    assertEquals(NOW.plus(HOUR), stored().publishedAt());
    assertEquals(NOW.plus(HOUR), stored().firstPublishedAt());
    assertNull(stored().scheduledAt());
    assertEquals(Optional.empty(), nextRun());
    assertTrue(newsroom.storage().has("pages/news/p/soon.html"));
    newsroom.refresh();
    assertTrue(newsroom.storage().text("pages/news/index.html").contains("Soon"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void theJobIsKeptAtTheTimeThatWasSetLast() {
    schedule(HOUR);
    assertTrue(isInJobTable(NOW.plus(HOUR)));
    schedule(HOUR.multipliedBy(3));
    assertTrue(isInJobTable(NOW.plus(HOUR.multipliedBy(3))));
    schedule(HOUR.dividedBy(2));
    assertTrue(isInJobTable(NOW.plus(HOUR.dividedBy(2))));
  }

  @Test
  void aPostMovedEarlierAppearsAtTheEarlierTime() {
    schedule(HOUR.multipliedBy(5));
    schedule(HOUR);
    clock.advance(HOUR);
    runJob();
    assertEquals(NOW.plus(HOUR), stored().publishedAt());
  }

  @Test
  void aJobThatRunsWhileThePostIsMovedLaterRunsAgainThen() {
    schedule(HOUR);
    clock.advance(HOUR);
    schedule(HOUR);
    runJob();
    assertFalse(stored().isPublished());
    assertEquals(Optional.of(NOW.plus(HOUR.multipliedBy(2))), nextRun());
  }

  @Test
  void aCancelledPostStaysADraft() {
    schedule(HOUR);
    underTest.cancel(newsroom.owner(), newsroom.channel(), "soon");
    clock.advance(HOUR.multipliedBy(2));
    runJob();
    underTest.publishMissed();
    assertFalse(stored().isPublished());
    assertEquals(Optional.empty(), nextRun());
  }

  @Test
  void twoWorkersPublishAPostOnce() throws Exception {
    schedule(HOUR);
    clock.advance(HOUR);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> work =
          () -> {
            worker().publishIfDue(draft.id());
            return null;
          };
      for (Future<Void> done : threads.invokeAll(Stream.generate(() -> work).limit(4).toList())) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(NOW.plus(HOUR), stored().publishedAt());
    assertEquals(1, newsroom.channel("news").publishedPosts());
    assertEquals(1, newsroom.count("page_change where post_id = " + draft.id()));
  }

  @Test
  void aMissedPostThatCannotBePublishedDoesNotHoldUpTheOthers() {
    schedule(HOUR);
    Post other = newsroom.save("other", "Other", "Text", null);
    underTest.schedule(
        newsroom.owner(), newsroom.channel(), "other", clock.instant().plus(HOUR.plusSeconds(1)));
    newsroom.execute(
        "create function refuse() returns trigger language plpgsql as"
            + " $$ begin raise exception 'on purpose'; end $$");
    newsroom.execute(
        "create trigger refuse before update on post for each row"
            + " when (new.published_at is not null and new.id = "
            + draft.id()
            + ") execute function refuse()");
    clock.advance(HOUR.multipliedBy(2));

    underTest.publishMissed();

    assertTrue(newsroom.postDao().selectById(other.id()).orElseThrow().isPublished());
    assertFalse(stored().isPublished());
    newsroom.execute("drop trigger refuse on post");
    underTest.publishMissed();
    assertTrue(stored().isPublished());
  }

  @Test
  void afterAnOutageMissedPostsAppearWithTheirScheduledDates() {
    schedule(HOUR);
    newsroom.save("later", "Later", "Text", null);
    underTest.schedule(
        newsroom.owner(), newsroom.channel(), "later", NOW.plus(HOUR.multipliedBy(2)));
    newsroom.execute("delete from scheduled_tasks");
    clock.advance(Duration.ofDays(3));
    underTest.publishMissed();
    assertEquals(NOW.plus(HOUR), stored().publishedAt());
    assertEquals(
        NOW.plus(HOUR.multipliedBy(2)),
        newsroom
            .postDao()
            .selectBySlug(newsroom.channel().id(), "later")
            .orElseThrow()
            .publishedAt());
  }

  @Test
  void aPostDoesNotAppearEarlyAfterTheClockWasSetBack() {
    schedule(HOUR);
    clock.advance(HOUR.negated());
    runJob();
    underTest.publishMissed();
    assertFalse(stored().isPublished());
    assertEquals(Optional.of(NOW.plus(HOUR)), nextRun());
  }

  @Test
  void aPostThatAPersonPublishedFirstKeepsThatDate() {
    schedule(HOUR);
    Post published = newsroom.posts().publish(newsroom.owner(), newsroom.channel(), "soon");
    assertNull(published.scheduledAt());
    clock.advance(HOUR);
    runJob();
    assertEquals(published.publishedAt(), stored().publishedAt());
  }

  @Test
  void editingKeepsTheSchedule() {
    schedule(HOUR);
    newsroom.save("soon", "Sooner", "Other text", null);
    assertEquals(NOW.plus(HOUR), stored().scheduledAt());
  }

  @Test
  void aDeletedPostDoesNotAppear() {
    schedule(HOUR);
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), "soon");
    clock.advance(HOUR);
    runJob();
    underTest.publishMissed();
    Post restored = newsroom.trash().restore(newsroom.owner(), newsroom.channel(), "soon");
    assertFalse(restored.isPublished());
    assertNull(restored.scheduledAt());
  }

  @Test
  void aPostWhosePageCannotBeWrittenYetIsPublishedAndShownLater() {
    schedule(HOUR);
    clock.advance(HOUR);
    newsroom.storage().setDown(true);
    runJob();
    newsroom.storage().setDown(false);
    newsroom.refresh();
    assertTrue(newsroom.storage().has("pages/news/p/soon.html"));
  }
}
