package com.quaily.page.publishing;

import com.quaily.dao.PostDao;
import com.quaily.model.page.PageChange;
import com.quaily.model.post.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The posts of several changes in their current state, each read once. */
final class ChangedPosts {

  private final List<Long> ids;
  private final Map<Long, Post> posts;

  private ChangedPosts(List<Long> ids, Map<Long, Post> posts) {
    this.ids = ids;
    this.posts = posts;
  }

  static ChangedPosts of(List<PageChange> changes, PostDao postDao) {
    List<Long> ids = changes.stream().map(PageChange::postId).distinct().toList();
    return new ChangedPosts(
        ids,
        postDao.selectByIds(ids).stream().collect(Collectors.toMap(Post::id, Function.identity())));
  }

  /** All posts, including deleted ones, in the order of their first changes. */
  List<Long> ids() {
    return ids;
  }

  /** A post; empty if it was deleted. */
  Optional<Post> get(long id) {
    return Optional.ofNullable(posts.get(id));
  }

  Stream<Post> published() {
    return ids.stream().map(posts::get).filter(post -> post != null && post.isPublished());
  }
}
