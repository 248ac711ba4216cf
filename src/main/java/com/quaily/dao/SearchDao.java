package com.quaily.dao;

import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.PostVersion;
import com.quaily.model.search.IndexedText;
import com.quaily.model.search.SearchChange;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The search index over posts and channels. Queries use PostgreSQL's tsquery syntax. */
public interface SearchDao {

  /** Whether a tsquery asks for anything but words that stand in every text, such as “the”. */
  boolean hasWords(String query);

  /**
   * Lowers the similarity threshold so that titles with two or three wrong letters match. Applies
   * until the transaction ends.
   */
  String prepareSearch();

  /**
   * Takes the next changes from the queue; they return to the queue if the transaction rolls back.
   */
  List<SearchChange> takeChanges(int limit);

  /** The texts of those posts that exist. */
  List<IndexedText> selectPosts(@Param("ids") List<Long> postIds);

  List<IndexedText> selectChannels(@Param("ids") List<Long> channelIds);

  /**
   * Stores the words of a post.
   *
   * @param title normalized for comparison
   */
  void upsertPost(
      @Param("text") IndexedText text,
      @Param("title") String title,
      @Param("titleWords") String titleWords,
      @Param("tagWords") String tagWords,
      @Param("contentWords") String contentWords);

  void upsertChannel(
      @Param("channelId") long channelId,
      @Param("title") String title,
      @Param("titleWords") String titleWords,
      @Param("contentWords") String contentWords);

  /** Adds missing statistics rows for posts and removes those of deleted posts. */
  void upsertMetrics(@Param("ids") List<Long> postIds);

  void deleteMissing(@Param("ids") List<Long> postIds);

  /** Like {@link #selectPosts}, with titles and tags only. */
  List<IndexedText> selectTopics(@Param("ids") List<Long> postIds);

  /** Counts the words in the titles and tags of published posts. */
  void insertTopics(@Param("ids") List<Long> postIds);

  /** Undoes {@link #insertTopics}; must be called before the posts' words change. */
  void deleteTopics(@Param("ids") List<Long> postIds);

  /**
   * Finds the most similar posts of the same channel and stores their ids.
   *
   * @param any a query for any word of the post's title and tags
   * @param depth number of posts, newest first, compared for each word
   */
  void findSimilar(
      @Param("postId") long postId,
      @Param("any") String any,
      @Param("depth") int depth,
      @Param("limit") int limit);

  /**
   * Compares a post's stored similar posts with other candidates and stores the best.
   *
   * @param candidates posts of the same channel, without the post itself
   */
  void joinSimilar(
      @Param("postId") long postId,
      @Param("channelId") long channelId,
      @Param("candidates") List<Long> candidates,
      @Param("any") String any,
      @Param("limit") int limit);

  /** The stored similar posts of a post. */
  List<Long> selectSimilarIds(long postId);

  /**
   * The published similar posts without their texts, most similar first: by vectors where there are
   * any, else as {@link #selectSimilarIds}.
   */
  List<PostSummary> selectSimilarPosts(long postId);

  /**
   * Posts that contain all words, best match first.
   *
   * @param channelId 0 = all channels
   * @param drafts whether to include unpublished posts
   * @param depth number of matching posts that are ranked
   */
  List<Post> selectByWords(
      @Param("query") String query,
      @Param("channelId") long channelId,
      @Param("drafts") boolean drafts,
      @Param("depth") int depth,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countByWords(
      @Param("query") String query,
      @Param("channelId") long channelId,
      @Param("drafts") boolean drafts,
      @Param("depth") int depth);

  /** Posts with similar titles, most similar first. */
  List<Post> selectByTitle(
      @Param("title") String title,
      @Param("channelId") long channelId,
      @Param("drafts") boolean drafts,
      @Param("limit") int limit);

  /** The ids of channels that contain all words or have a similar title, best match first. */
  List<Long> selectChannelsByWords(
      @Param("query") String query,
      @Param("title") String title,
      @Param("depth") int depth,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countChannelsByWords(
      @Param("query") String query, @Param("title") String title, @Param("depth") int depth);

  /** Published posts of the channels that a user subscribes to, newest first. */
  List<Post> selectSubscribed(
      @Param("userId") long userId, @Param("offset") int offset, @Param("limit") int limit);

  long countSubscribed(long userId);

  /** A channel's published posts with or without a paid part, newest first. */
  List<PostVersion> selectVersionsByKind(
      @Param("channelId") long channelId,
      @Param("premium") boolean premium,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Like {@link #selectVersionsByKind}, but the offset counts from the oldest. */
  List<PostVersion> selectVersionsByKindFromOldest(
      @Param("channelId") long channelId,
      @Param("premium") boolean premium,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countPremium(long channelId);
}
