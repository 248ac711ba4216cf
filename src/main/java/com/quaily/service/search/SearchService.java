package com.quaily.service.search;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.SearchDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.Limits;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Searches posts and channels across the site. */
public final class SearchService {

  private static final String NO_LIST = "0";

  private final Transactions transactions;
  private final SearchDao searchDao;
  private final StatisticsDao statisticsDao;
  private final ChannelDao channelDao;
  private final ChannelAccess access;

  public SearchService(
      Transactions transactions,
      SearchDao searchDao,
      StatisticsDao statisticsDao,
      ChannelDao channelDao,
      ChannelAccess access) {
    this.transactions = transactions;
    this.searchDao = searchDao;
    this.statisticsDao = statisticsDao;
    this.channelDao = channelDao;
    this.access = access;
  }

  /**
   * Published posts with all words of the query, best match first; if there are none, posts with
   * similar titles.
   *
   * @param channelKey empty or 0 = all channels
   */
  public Slice<Post> posts(String query, String channelKey, int offset, int limit) {
    boolean everywhere = channelKey == null || channelKey.isEmpty() || channelKey.equals(NO_LIST);
    long channelId = everywhere ? 0 : access.find(channelKey).id();
    return posts(query, channelId, false, offset, limit);
  }

  /**
   * Like {@link #posts(String, String, int, int)}, in one channel of the caller, including drafts.
   */
  public Slice<Post> allPosts(
      Caller caller, String query, String channelKey, int offset, int limit) {
    String key = FieldValidator.requiredLine("list", channelKey, Limits.NAME);
    return posts(query, access.requireWriter(caller, key).id(), true, offset, limit);
  }

  private Slice<Post> posts(String query, long channelId, boolean drafts, int offset, int limit) {
    String line = FieldValidator.requiredLine("q", query, Limits.QUERY);
    String words = SearchWords.ofQuery(line);
    if (words.isEmpty()) {
      return new Slice<>(List.of(), 0, offset, limit);
    }
    return transactions.inTransaction(
        () -> select(words, SearchWords.title(line), channelId, drafts, offset, limit));
  }

  private Slice<Post> select(
      String words, String title, long channelId, boolean drafts, int offset, int limit) {
    if (!searchDao.hasWords(words)) {
      return new Slice<>(List.of(), 0, offset, limit);
    }
    searchDao.prepareSearch();
    long total = searchDao.countByWords(words, channelId, drafts, Limits.SEARCH_DEPTH);
    if (total > 0) {
      return new Slice<>(
          searchDao.selectByWords(words, channelId, drafts, Limits.SEARCH_DEPTH, offset, limit),
          total,
          offset,
          limit);
    }
    List<Post> alike = searchDao.selectByTitle(title, channelId, drafts, Limits.SLICE);
    return new Slice<>(
        alike.stream().skip(offset).limit(limit).toList(), alike.size(), offset, limit);
  }

  /** Channels with the words of the query or a similar title, best match first. */
  public Slice<Channel> channels(String query, int offset, int limit) {
    String line = FieldValidator.requiredLine("q", query, Limits.QUERY);
    String words = SearchWords.ofQuery(line);
    if (words.isEmpty()) {
      return new Slice<>(List.of(), 0, offset, limit);
    }
    if (!searchDao.hasWords(words)) {
      return new Slice<>(List.of(), 0, offset, limit);
    }
    String title = SearchWords.title(line);
    return new Slice<>(
        channels(searchDao.selectChannelsByWords(words, title, Limits.SEARCH_DEPTH, offset, limit)),
        searchDao.countChannelsByWords(words, title, Limits.SEARCH_DEPTH),
        offset,
        limit);
  }

  /** Posts by score; docs/api.md describes the formula. */
  public Slice<Post> trendingPosts(String lang, int offset, int limit) {
    String language = language(lang);
    return new Slice<>(
        statisticsDao.selectTrending(language, Limits.SEARCH_DEPTH, offset, limit),
        statisticsDao.countTrending(language, Limits.SEARCH_DEPTH),
        offset,
        limit);
  }

  /** The languages by which posts can be listed. */
  public List<String> languages() {
    return Stream.of(Language.values()).map(Language::tag).toList();
  }

  /** Channels by their best post's score. */
  public Slice<Channel> trendingChannels(String lang, int offset, int limit) {
    String language = language(lang);
    return new Slice<>(
        channels(
            statisticsDao.selectTrendingChannels(language, Limits.SEARCH_DEPTH, offset, limit)),
        statisticsDao.countTrendingChannels(language, Limits.SEARCH_DEPTH),
        offset,
        limit);
  }

  /** Published posts of the channels that the caller subscribes to, newest first. */
  public Slice<Post> subscribed(Caller caller, int offset, int limit) {
    long total = searchDao.countSubscribed(caller.userId());
    // Reads from each channel as many posts as the offset and the page need.
    int from = (int) Math.min(offset, Math.min(total, Limits.SUBSCRIBED_DEPTH));
    return new Slice<>(
        searchDao.selectSubscribed(caller.userId(), from, limit), total, offset, limit);
  }

  private List<Channel> channels(List<Long> ids) {
    return ids.stream().map(channelDao::selectById).flatMap(Optional::stream).toList();
  }

  private static String language(String lang) {
    String language = lang == null ? "" : lang.strip().toLowerCase(Locale.ROOT);
    if (language.length() > Limits.LANG || !language.matches("|[a-z]{2,8}([-_][a-z0-9]{1,8})*")) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "lang", "must be a language tag such as en or ja");
    }
    return language.split("[-_]", 2)[0];
  }
}
