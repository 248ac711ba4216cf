package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.model.post.Post;
import com.quaily.testing.TestNewsroom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Concurrent writers in one channel. */
class ConcurrentWritersTest {

  private static final int WRITERS = 8;

  private final TestNewsroom newsroom = TestNewsroom.open();
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);

  @AfterEach
  void close() {
    threads.shutdownNow();
    newsroom.close();
  }

  @Test
  void leaveExactCountsAndPagesThatAgree() throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int seed = writer;
      work.add(
          () -> {
            write(new Random(seed));
            return null;
          });
    }
    work.add(
        () -> {
          for (int i = 0; i < 10; i++) {
            newsroom.refresh();
            newsroom.modules().page().listNumbering().renumber(newsroom.channel().id());
          }
          return null;
        });
    work.add(
        () -> {
          for (int i = 0; i < 3; i++) {
            newsroom.render(newsroom.channel());
          }
          return null;
        });
    for (Future<Void> done : threads.invokeAll(work)) {
      done.get();
    }
    newsroom.refresh();
    assertCountsAreExact();
    newsroom.modules().page().listNumbering().renumber(newsroom.channel().id());
    newsroom.render(newsroom.channel());
    assertEquals(List.of(), newsroom.disagreements());
  }

  private void write(Random random) {
    for (int i = 0; i < 15; i++) {
      String slug = "post-" + random.nextInt(20);
      String[] tags =
          random.nextBoolean() ? new String[] {"tea", "milk"} : new String[] {"milk", "tea", "x"};
      newsroom.save(
          slug,
          "Title " + i,
          "Text " + random.nextInt(),
          TestNewsroom.date(random.nextInt(60)),
          tags);
      if (random.nextInt(4) == 0) {
        newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), slug);
      }
    }
  }

  private void assertCountsAreExact() {
    assertEquals(
        newsroom.count("post where published_at is not null"),
        newsroom.number("select published_posts from channel"));
    assertEquals(
        0,
        newsroom.count(
            """
            channel_tag t where t.posts <> (
              select count(*) from post p where p.published_at is not null and t.tag = any(p.tags))
            """));
  }

  @Test
  void concurrentCreationsOfASlugMakeOnePost() throws Exception {
    Callable<Post> write = () -> newsroom.save("same", "Same", "Text", TestNewsroom.date(1));
    List<Future<Post>> posts = threads.invokeAll(List.of(write, write, write, write));
    long id = posts.get(0).get().id();
    assertEquals(4, posts.size());
    for (Future<Post> post : posts) {
      assertEquals(id, post.get().id());
    }
    assertEquals(1, newsroom.count("post"));
    assertEquals(1, newsroom.number("select published_posts from channel"));
  }
}
