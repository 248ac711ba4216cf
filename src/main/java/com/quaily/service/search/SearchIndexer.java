package com.quaily.service.search;

import com.quaily.dao.SearchDao;
import com.quaily.database.Transactions;
import com.quaily.model.search.IndexedText;
import com.quaily.model.search.SearchChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Updates the search index. The database queues changes in their own transaction; several instances
 * can process them at once.
 */
public final class SearchIndexer {

  private static final int AT_ONCE = 20;
  private static final int SIMILAR = 5;

  /** Most posts of a channel share common words, which say little about similarity. */
  private static final int COMPARED_PER_WORD = 40;

  private final Transactions transactions;
  private final SearchDao searchDao;
  private final RelatedPosts relatedPosts;

  public SearchIndexer(Transactions transactions, SearchDao searchDao, RelatedPosts relatedPosts) {
    this.transactions = transactions;
    this.searchDao = searchDao;
    this.relatedPosts = relatedPosts;
  }

  /**
   * Processes some of the queued changes, oldest first.
   *
   * @return whether there may be more
   */
  public boolean follow() {
    return transactions.inTransaction(this::followSome) == AT_ONCE;
  }

  private int followSome() {
    List<SearchChange> changes = searchDao.takeChanges(AT_ONCE);
    Set<Long> posts =
        changes.stream()
            .map(SearchChange::postId)
            .filter(id -> id != 0)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!posts.isEmpty()) {
      indexPosts(List.copyOf(posts));
      relatedPosts.changed(List.copyOf(posts));
    }
    List<Long> channels =
        changes.stream()
            .filter(change -> change.postId() == 0)
            .map(SearchChange::channelId)
            .distinct()
            .sorted()
            .toList();
    if (!channels.isEmpty()) {
      searchDao.selectChannels(channels).forEach(this::indexChannel);
    }
    return changes.size();
  }

  private void indexPosts(List<Long> ids) {
    searchDao.upsertMetrics(ids);
    searchDao.deleteTopics(ids);
    searchDao.deleteMissing(ids);
    List<IndexedText> texts = searchDao.selectPosts(ids);
    texts.forEach(this::indexPost);
    searchDao.insertTopics(ids);
    List<IndexedText> published =
        texts.stream().filter(text -> text.publishedAt() != null).toList();
    SortedMap<Long, List<Long>> similarTo = new TreeMap<>();
    addNeighbors(published, similarTo);
    published.forEach(this::findSimilar);
    addNeighbors(published, similarTo);
    published.forEach(text -> similarTo.remove(text.postId()));
    followNeighbors(similarTo);
  }

  /** Similarity is mutual, so similar posts are updated too, and formerly similar ones. */
  private void addNeighbors(List<IndexedText> published, SortedMap<Long, List<Long>> similarTo) {
    published.forEach(
        text ->
            searchDao
                .selectSimilarIds(text.postId())
                .forEach(
                    neighbor ->
                        similarTo
                            .computeIfAbsent(neighbor, id -> new ArrayList<>())
                            .add(text.postId())));
  }

  private void followNeighbors(SortedMap<Long, List<Long>> similarTo) {
    if (!similarTo.isEmpty()) {
      searchDao
          .selectTopics(List.copyOf(similarTo.keySet()))
          .forEach(
              neighbor ->
                  searchDao.joinSimilar(
                      neighbor.postId(),
                      neighbor.channelId(),
                      similarTo.get(neighbor.postId()),
                      anyTopic(neighbor),
                      SIMILAR));
    }
  }

  private void indexPost(IndexedText text) {
    searchDao.upsertPost(
        text,
        SearchWords.title(text.title()),
        SearchWords.ofText(text.title()),
        SearchWords.ofText(String.join(" ", text.tags())),
        SearchWords.ofText(text.summary() + "\n" + text.content()));
  }

  private void findSimilar(IndexedText text) {
    String any = anyTopic(text);
    if (!any.isEmpty()) {
      searchDao.findSimilar(text.postId(), any, COMPARED_PER_WORD, SIMILAR);
    }
  }

  private static String anyTopic(IndexedText text) {
    return SearchWords.anyOf(text.title() + " " + String.join(" ", text.tags()));
  }

  private void indexChannel(IndexedText text) {
    searchDao.upsertChannel(
        text.channelId(),
        SearchWords.title(text.title()),
        SearchWords.ofText(text.title() + " " + text.summary()),
        SearchWords.ofText(text.content()));
  }
}
