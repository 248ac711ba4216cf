package com.quaily.service.post;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.PostDao;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostPlace;
import com.quaily.model.post.PostVersion;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * Finds a channel's posts by offset. The database must skip all rows before an offset one by one.
 * So some positions are cached while the channel does not change, and a query starts at the nearest
 * one. Reading a channel page by page never skips many rows.
 */
final class PostOrder {

  private static final int KEPT_CHANNELS = 64;
  private static final int KEPT_PLACES = 2_000;

  /** Minimum distance between two cached positions. */
  private static final int APART = 50;

  private final PostCache postCache;
  private final Function<Post, PostPlace> placeOf;
  private final Part older;
  private final Part newer;
  private final Cache<State, NavigableMap<Integer, PostPlace>> states =
      Caffeine.newBuilder().maximumSize(KEPT_CHANNELS).executor(Runnable::run).build();

  private PostOrder(
      PostCache postCache, Function<Post, PostPlace> placeOf, Part older, Part newer) {
    this.postCache = postCache;
    this.placeOf = placeOf;
    this.older = older;
    this.newer = newer;
  }

  /** The published posts, by date. */
  static PostOrder ofPublished(PostDao postDao, PostCache postCache) {
    return new PostOrder(
        postCache,
        PostPlace::ofPublished,
        postDao::selectVersionsPublishedBefore,
        postDao::selectVersionsPublishedAfter);
  }

  /** Drafts and published posts, by last save. */
  static PostOrder ofSaved(PostDao postDao, PostCache postCache) {
    return new PostOrder(
        postCache,
        PostPlace::ofSaved,
        postDao::selectVersionsSavedBefore,
        postDao::selectVersionsSavedAfter);
  }

  /**
   * The channel's posts, newest first.
   *
   * @param total number of posts, greater than the offset
   */
  List<Post> select(Channel channel, int total, int offset, int limit) {
    int end = offset + Math.min(limit, total - offset);
    NavigableMap<Integer, PostPlace> places =
        states.get(new State(channel.id(), channel.version(), total), state -> ends(total));
    List<Post> posts = postCache.get(select(channel.id(), places, offset, end));
    // If some are missing, the channel has changed since it was read.
    if (posts.size() == end - offset) {
      remember(places, offset, posts.get(0));
      remember(places, end - 1, posts.get(posts.size() - 1));
    }
    return posts;
  }

  private static NavigableMap<Integer, PostPlace> ends(int total) {
    NavigableMap<Integer, PostPlace> places = new ConcurrentSkipListMap<>();
    places.put(-1, PostPlace.NEWEST);
    places.put(total, PostPlace.OLDEST);
    return places;
  }

  private List<PostVersion> select(
      long channelId, NavigableMap<Integer, PostPlace> places, int offset, int end) {
    Map.Entry<Integer, PostPlace> before = places.lowerEntry(offset);
    Map.Entry<Integer, PostPlace> behind = places.ceilingEntry(end);
    int afterBefore = offset - before.getKey() - 1;
    int beforeBehind = behind.getKey() - end;
    return afterBefore <= beforeBehind
        ? older.select(channelId, before.getValue(), afterBefore, end - offset)
        : newer.select(channelId, behind.getValue(), beforeBehind, end - offset);
  }

  private void remember(NavigableMap<Integer, PostPlace> places, int offset, Post post) {
    if (places.size() < KEPT_PLACES
        && offset - places.floorKey(offset) >= APART
        && places.ceilingKey(offset) - offset >= APART) {
      places.put(offset, placeOf.apply(post));
    }
  }

  /** A version of a channel; the total may be that of the next version. */
  private record State(long channelId, long version, int total) {}

  /** Selects posts on one side of a position, skipping the nearest. */
  private interface Part {
    List<PostVersion> select(long channelId, PostPlace place, int offset, int limit);
  }
}
