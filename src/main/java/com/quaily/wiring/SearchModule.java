package com.quaily.wiring;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostVectorDao;
import com.quaily.dao.SearchDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.resource.search.ChannelSearchResource;
import com.quaily.resource.search.ExploreResource;
import com.quaily.resource.search.PostSearchResource;
import com.quaily.service.search.RelatedPosts;
import com.quaily.service.search.SearchIndexer;
import com.quaily.service.search.SearchService;
import com.quaily.wiring.process.BackgroundLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Site-wide search and its index. */
final class SearchModule implements ProgramModule {

  /** The indexer pauses for this multiple of its running time, so that it never occupies a core. */
  private static final int PAUSE_FACTOR = 5;

  private static final Duration SHORTEST_IDLE_PAUSE = Duration.ofSeconds(1);

  /** Between looking for posts without a vector, as after a model was configured. */
  private static final Duration MISSING_PAUSE = Duration.ofMinutes(5);

  private final SearchService searchService;
  private final RelatedPosts relatedPosts;
  private final SearchIndexer indexer;
  private final BackgroundLoop indexing;

  SearchModule(
      Database database, ChannelModule channels, PageModule pages, AiModule ai, Clock clock) {
    SearchDao searchDao = database.dao(SearchDao.class);
    searchService =
        new SearchService(
            database,
            searchDao,
            database.dao(StatisticsDao.class),
            database.dao(ChannelDao.class),
            channels.access());
    relatedPosts =
        new RelatedPosts(
            database, database.dao(PostVectorDao.class), ai.embeddings(), pages.jobQueue(), clock);
    indexer = new SearchIndexer(database, searchDao, relatedPosts);
    indexing = new BackgroundLoop("search-index", this::index);
  }

  private Duration index() {
    long begin = System.nanoTime();
    boolean more = indexer.follow();
    Duration pause = Duration.ofNanos(PAUSE_FACTOR * (System.nanoTime() - begin));
    return more || pause.compareTo(SHORTEST_IDLE_PAUSE) > 0 ? pause : SHORTEST_IDLE_PAUSE;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new PostSearchResource(searchService, views.posts()),
        new ChannelSearchResource(searchService, views.channels()),
        new ExploreResource(searchService, views.posts(), views.channels()));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return List.of(relatedPosts);
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(new RecurringJob("post-vectors-missing", MISSING_PAUSE, relatedPosts::catchUp));
  }

  @Override
  public void start() {
    indexing.start();
  }

  @Override
  public void close() {
    indexing.close();
  }
}
