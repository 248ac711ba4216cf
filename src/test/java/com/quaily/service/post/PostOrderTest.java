package com.quaily.service.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import com.quaily.dao.PostDao;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostPlace;
import com.quaily.testing.TestNewsroom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.Invocation;

class PostOrderTest {

  private static final int POSTS = 160;
  private static final int LIMIT = 16;
  private static final int MANY = 10_000;

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final PostDao postDao = mock(PostDao.class, delegatesTo(newsroom.postDao()));
  private final PostCache postCache = new PostCache(newsroom.postDao());
  private final Random random = new Random(7);

  @BeforeEach
  void fill() {
    newsroom.fill(1, POSTS);
  }

  /** An order, and the whole of it. */
  private record Ordered(PostOrder order, Function<Channel, List<Post>> all) {}

  private List<Ordered> orders() {
    PostDao dao = newsroom.postDao();
    return List.of(
        new Ordered(
            PostOrder.ofPublished(postDao, postCache),
            channel -> dao.selectPublished(channel.id(), 0, MANY)),
        new Ordered(
            PostOrder.ofSaved(postDao, postCache),
            channel ->
                dao.selectVersionsSavedBefore(channel.id(), PostPlace.NEWEST, 0, MANY).stream()
                    .map(post -> dao.selectById(post.id()).orElseThrow())
                    .toList()));
  }

  private void assertEveryPartIsRight(List<Ordered> orders) {
    Channel channel = newsroom.channel("news");
    assertEquals(2, orders.size());
    for (Ordered ordered : orders) {
      List<String> all = slugs(ordered.all().apply(channel));
      for (int part = 0; part < 60; part++) {
        int offset = random.nextInt(all.size());
        int limit = 1 + random.nextInt(30);
        assertEquals(
            all.stream().skip(offset).limit(limit).toList(),
            slugs(ordered.order().select(channel, all.size(), offset, limit)),
            offset + " " + limit);
      }
    }
  }

  private static List<String> slugs(List<Post> posts) {
    return posts.stream().map(Post::slug).toList();
  }

  @Test
  void everyPageIsCorrectInAnyOrderOfRequests() {
    List<Ordered> orders = orders();
    for (int round = 0; round < 4; round++) {
      assertEveryPartIsRight(orders);
    }
  }

  @Test
  void everyChangeIsSeenAtOnce() {
    List<Ordered> orders = orders();
    assertEveryPartIsRight(orders);
    Instant middle = TestNewsroom.date(80).plus(Duration.ofMinutes(30));
    newsroom.save("between", "Between", "Text", middle);
    assertEveryPartIsRight(orders);
    newsroom.save("post-140", "Moved", "Text", middle);
    assertEveryPartIsRight(orders);
    newsroom.save("post-90", "Written anew", "Text", null);
    assertEveryPartIsRight(orders);
    newsroom.save("draft", "Draft", "Text", null);
    assertEveryPartIsRight(orders);
    newsroom.save("draft", "Draft", "More text", null);
    assertEveryPartIsRight(orders);
    PostService posts = newsroom.posts();
    posts.mergeOptions(newsroom.owner(), newsroom.channel(), "post-70", Map.of("a", 1));
    assertEveryPartIsRight(orders);
    posts.unpublish(newsroom.owner(), newsroom.channel(), "post-130");
    assertEveryPartIsRight(orders);
    posts.publish(newsroom.owner(), newsroom.channel(), "post-130");
    assertEveryPartIsRight(orders);
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), "post-60");
    assertEveryPartIsRight(orders);
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), "draft");
    assertEveryPartIsRight(orders);
    newsroom.save("first", "Of the year 1", "Text", Instant.parse("0001-01-01T00:00:00Z"));
    assertEveryPartIsRight(orders);
  }

  @Test
  void readingAWholeChannelSkipsFewRows() {
    Channel channel = newsroom.channel("news");
    for (Ordered ordered : orders()) {
      List<String> read = new ArrayList<>();
      for (int offset = 0; offset < POSTS; offset += LIMIT) {
        read.addAll(slugs(ordered.order().select(channel, POSTS, offset, LIMIT)));
      }
      assertEquals(slugs(ordered.all().apply(channel)), read);
    }
    List<Integer> passedOver =
        mockingDetails(postDao).getInvocations().stream().map(PostOrderTest::passedOver).toList();
    assertEquals(2 * POSTS / LIMIT, passedOver.size());
    assertTrue(passedOver.stream().allMatch(posts -> posts < 50 + LIMIT), passedOver.toString());
  }

  private static int passedOver(Invocation selection) {
    return selection.getArgument(2);
  }

  @Test
  void concurrentChangesDoNotCorruptTheCache() {
    Channel before = newsroom.channel("news");
    newsroom.trash().delete(newsroom.owner(), before, "post-140");

    List<Ordered> orders = orders();
    for (Ordered ordered : orders) {
      assertEquals(10, ordered.order().select(before, POSTS, 100, 10).size());
      assertEquals(10, ordered.order().select(before, POSTS - 1, 100, 10).size());
      assertEquals(1, ordered.order().select(before, POSTS, POSTS - 1, 10).size());
    }
    assertEveryPartIsRight(orders);
  }
}
