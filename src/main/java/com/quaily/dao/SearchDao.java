package com.quaily.dao;

import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.PostVersion;
import com.quaily.model.search.IndexedText;
import com.quaily.model.search.SearchChange;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The search index over posts and channels. Queries are those of PostgreSQL's tsquery. */
public interface SearchDao {

  /** Whether a tsquery asks for anything but words that stand in every text, such as “the”. */
  boolean hasWords(String query);

  /**
   * Lets titles with two or three letters in the wrong place still count as alike. Ends with the
   * transaction.
   */
  String prepareSearch();

  /** Takes the next changes; they are back when the transaction does not end well. */
  List<SearchChange> takeChanges(int limit);

  /** The texts of those posts that there are. */
  List<IndexedText> selectPosts(@Param("ids") List<Long> postIds);

  List<IndexedText> selectChannels(@Param("ids") List<Long> channelIds);

  /**
   * Keeps the words of a post.
   *
   * @param title in the form in which titles are compared
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

  /** Gives posts their place among what is counted; those that are gone lose it. */
  void upsertMetrics(@Param("ids") List<Long> postIds);

  void deleteMissing(@Param("ids") List<Long> postIds);

  /** As {@link #selectPosts}, with titles and tags alone. */
  List<IndexedText> selectTopics(@Param("ids") List<Long> postIds);

  /** Notes which words stand in the titles and tags of those posts that are published. */
  void insertTopics(@Param("ids") List<Long> postIds);

  /** Takes back what {@link #insertTopics} noted; has to come before their words change. */
  void deleteTopics(@Param("ids") List<Long> postIds);

  /**
   * Finds the posts of the same channel that have most in common with a post, and keeps their ids.
   *
   * @param any a query for any word of its title and tags
   * @param depth how many posts with each of these words are compared, the last ones written
   */
  void findSimilar(
      @Param("postId") long postId,
      @Param("any") String any,
      @Param("depth") int depth,
      @Param("limit") int limit);

  /**
   * Compares the posts that are kept as similar to a post with some others, and keeps the best.
   *
   * @param candidates posts of the same channel; the post itself is none of them
   */
  void joinSimilar(
      @Param("postId") long postId,
      @Param("channelId") long channelId,
      @Param("candidates") List<Long> candidates,
      @Param("any") String any,
      @Param("limit") int limit);

  /** The posts that are kept as similar to a post. */
  List<Long> selectSimilarIds(long postId);

  /** As {@link #selectSimilarIds}, those that are published, without their texts, nearest first. */
  List<PostSummary> selectSimilarPosts(long postId);

  /**
   * Posts with all words, the best first.
   *
   * @param channelId 0 = all channels
   * @param drafts whether posts that are not published are found too
   * @param depth how many posts with the words are compared
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

  /** Posts whose titles look like the text, the most alike first. */
  List<Post> selectByTitle(
      @Param("title") String title,
      @Param("channelId") long channelId,
      @Param("drafts") boolean drafts,
      @Param("limit") int limit);

  /** The ids of channels with all words, or a title like the text, the best first. */
  List<Long> selectChannelsByWords(
      @Param("query") String query,
      @Param("title") String title,
      @Param("depth") int depth,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countChannelsByWords(
      @Param("query") String query, @Param("title") String title, @Param("depth") int depth);

  /** Published posts of the channels that somebody subscribed to, newest first. */
  List<Post> selectSubscribed(
      @Param("userId") long userId, @Param("offset") int offset, @Param("limit") int limit);

  long countSubscribed(long userId);

  /** A channel's published posts with or without a paid part, newest first. */
  List<PostVersion> selectVersionsByKind(
      @Param("channelId") long channelId,
      @Param("premium") boolean premium,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** As {@link #selectVersionsByKind}, but the offset counts from the oldest. */
  List<PostVersion> selectVersionsByKindFromOldest(
      @Param("channelId") long channelId,
      @Param("premium") boolean premium,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countPremium(long channelId);
}
