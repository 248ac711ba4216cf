package com.quaily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.CommentDao;
import com.quaily.dao.PackDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.dao.SubscriberDao;
import com.quaily.dao.TweetDao;
import com.quaily.model.Caller;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.comment.CommentChoice;
import com.quaily.model.delivery.Audience;
import com.quaily.model.post.Post;
import com.quaily.model.subscription.Plans;
import com.quaily.testing.TestNewsroom;
import com.quaily.wiring.Modules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoContentTest {

  private static final Path WEB_APPLICATION = Path.of("src/main/webapp");

  private static TestNewsroom newsroom;
  private static Modules modules;
  private static Caller writer;

  @BeforeAll
  static void load() {
    newsroom = TestNewsroom.open();
    modules = newsroom.modules();
    User user = new DemoContent(modules).load(WEB_APPLICATION);
    writer = new Caller(user.id(), Caller.Kind.SESSION, 0);
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  private static <T> T dao(Class<T> type) {
    return modules.database().dao(type);
  }

  private static Channel covey() {
    return dao(ChannelDao.class).selectBySlug("covey").orElseThrow();
  }

  private static long subscribers(Plans plans) {
    return dao(SubscriberDao.class).count(covey().id(), "", plans);
  }

  @Test
  void aSendingReachesReadersOfEveryPlan() {
    assertTrue(subscribers(Plans.FREE) > 0);
    assertTrue(subscribers(Plans.PAID) > 0);
    Audience audience = modules.delivery().deliveryService().audience(writer, covey());
    assertTrue(audience.readers() > 10, audience::toString);
    assertTrue(audience.premiumReaders() > 0, audience::toString);
    assertTrue(audience.readers() < covey().subscribers(), "somebody turned email off");
  }

  @Test
  void someCommentsWaitForTheWriter() {
    CommentDao commentDao = dao(CommentDao.class);
    assertTrue(commentDao.countAll(covey().id(), 0, CommentChoice.PENDING) > 0);
    assertTrue(commentDao.countAll(covey().id(), 0, CommentChoice.VISIBLE) > 0);
  }

  @Test
  void everyChannelHasNotesPacksAndVisits() {
    for (String slug : List.of("covey", "kami-no-ura", "liu-bai")) {
      Channel channel = dao(ChannelDao.class).selectBySlug(slug).orElseThrow();
      assertFalse(dao(PackDao.class).selectByChannel(channel.id(), 10).isEmpty(), slug);
      assertFalse(dao(TweetDao.class).select(channel.id(), true, 0, 10).isEmpty(), slug);
      assertTrue(
          dao(StatisticsDao.class).selectChannel(channel.id()).orElseThrow().totalViews() > 0,
          slug);
    }
  }

  @Test
  void theWritersListIsInTheOrderOfTheDates() {
    List<Post> saved = new ArrayList<>(dao(PostDao.class).selectPublished(covey().id(), 0, 100));
    saved.sort(Comparator.comparing(Post::updatedAt).reversed());
    List<Instant> dates = saved.stream().map(Post::firstPublishedAt).toList();
    assertEquals(dates.stream().sorted(Comparator.reverseOrder()).toList(), dates);
  }

  @Test
  void anotherStartAddsNothing() {
    long before = subscribers(Plans.ANY);
    long comments = dao(CommentDao.class).countAll(covey().id(), 0, CommentChoice.ANY);
    new DemoContent(modules).load(WEB_APPLICATION);
    assertEquals(before, subscribers(Plans.ANY));
    assertEquals(comments, dao(CommentDao.class).countAll(covey().id(), 0, CommentChoice.ANY));
  }
}
