package com.quaily.service.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.quaily.dao.PostDao;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostPlace;
import com.quaily.testing.TestNewsroom;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostCacheTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final PostDao postDao = newsroom.postDao();
  private final PostCache underTest = new PostCache(postDao);

  @BeforeEach
  void fill() {
    newsroom.fill(1, 5);
  }

  private List<Post> read() {
    return underTest.get(
        postDao.selectVersionsSavedBefore(newsroom.channel().id(), PostPlace.NEWEST, 0, 100));
  }

  private Post read(String slug) {
    return read().stream().filter(post -> post.slug().equals(slug)).findFirst().orElseThrow();
  }

  @Test
  void unchangedPostsAreReadOnce() {
    List<Post> first = read();
    List<Post> second = read();

    assertEquals(5, first.size());
    for (int i = 0; i < first.size(); i++) {
      assertSame(first.get(i), second.get(i));
    }
  }

  @Test
  void everyChangeIsSeenAtOnce() {
    assertEquals("Text 3", read("post-3").content());
    // Changes that leave the moment of the last save as it is are changes, too.
    newsroom.execute("update post set content = 'Other text' where slug = 'post-3'");
    assertEquals("Other text", read("post-3").content());
    newsroom.execute("update post set pinned = 2 where slug = 'post-3'");
    assertEquals(2, read("post-3").pinned());
    newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), "post-3");
    assertEquals(false, read("post-3").isPublished());
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), "post-3");
    assertEquals(4, read().size());
  }

  @Test
  void postsDeletedInTheMeantimeAreOmitted() {
    var versions =
        postDao.selectVersionsSavedBefore(newsroom.channel().id(), PostPlace.NEWEST, 0, 100);
    newsroom.trash().deleteForever(newsroom.owner(), newsroom.channel(), "post-3");

    assertEquals(4, underTest.get(versions).size());
  }
}
