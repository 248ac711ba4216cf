package com.quaily.service.post;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.PostDao;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Caches posts. Most requested lists show the same few posts, and reading their texts costs more
 * than the rest of a list. Posts are looked up by the current version of their row, so the cache
 * never returns outdated ones.
 */
final class PostCache {

  private static final long KEPT_CHARACTERS = 8_000_000;
  private static final int CHARACTERS_BESIDE_TEXTS = 500;

  private final PostDao postDao;
  private final Cache<PostVersion, Post> posts =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((PostVersion version, Post post) -> weight(post))
          .executor(Runnable::run)
          .build();

  PostCache(PostDao postDao) {
    this.postDao = postDao;
  }

  private static int weight(Post post) {
    return CHARACTERS_BESIDE_TEXTS
        + post.summary().length()
        + post.content().length()
        + post.paidContent().length();
  }

  /** The posts in this order; omits those deleted in the meantime. */
  List<Post> get(List<PostVersion> versions) {
    Map<PostVersion, Post> found = new HashMap<>(posts.getAllPresent(versions));
    Map<Long, PostVersion> missing = new HashMap<>();
    versions.stream()
        .filter(version -> !found.containsKey(version))
        .forEach(version -> missing.put(version.id(), version));
    if (!missing.isEmpty()) {
      for (Post post : postDao.selectByIds(List.copyOf(missing.keySet()))) {
        // At least as new as that version; a later one will be looked up by its own.
        found.put(missing.get(post.id()), post);
        posts.put(missing.get(post.id()), post);
      }
    }
    return versions.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
