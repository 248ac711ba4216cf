package com.quaily.wiring;

import com.quaily.dao.PreviewTokenDao;
import com.quaily.database.Database;
import com.quaily.job.RecurringJob;
import com.quaily.resource.post.PackResource;
import com.quaily.resource.post.PinnedPostResource;
import com.quaily.resource.post.PostResource;
import com.quaily.resource.post.PreviewResource;
import com.quaily.resource.post.ReactionResource;
import com.quaily.resource.post.RevisionResource;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PackService;
import com.quaily.service.post.PinnedPosts;
import com.quaily.service.post.PostAssembler;
import com.quaily.service.post.PostLookup;
import com.quaily.service.post.PostPublication;
import com.quaily.service.post.PostQueries;
import com.quaily.service.post.PostService;
import com.quaily.service.post.PreviewService;
import com.quaily.service.post.ReactionService;
import com.quaily.service.post.RevisionService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Posts: writing, reading, revisions, previews, reactions, packs. */
public final class PostModule implements ProgramModule {

  private final Database database;
  private final Clock clock;
  private final PostLookup lookup;
  private final PostService postService;
  private final PostQueries postQueries;
  private final PinnedPosts pinnedPosts;
  private final RevisionService revisionService;
  private final PreviewService previewService;
  private final ReactionService reactionService;
  private final PackService packService;

  PostModule(
      Database database,
      PageModule pages,
      ChannelModule channels,
      SubscriptionModule subscriptions,
      Clock clock) {
    this.database = database;
    this.clock = clock;
    ChannelAccess access = channels.access();
    lookup = new PostLookup(database);
    postService =
        new PostService(
            database,
            lookup,
            new PostAssembler(pages.markdown()),
            new PostPublication(database, pages.changeLog()),
            pages.publisher(),
            clock);
    postQueries = new PostQueries(database, access, lookup, subscriptions.subscriptions());
    pinnedPosts = new PinnedPosts(database, access, pages.changeLog());
    revisionService = new RevisionService(database, access, lookup, postService);
    previewService = new PreviewService(database, access, lookup, pages.articles(), clock);
    reactionService = new ReactionService(database, clock);
    packService = new PackService(database, access, clock);
  }

  PostLookup lookup() {
    return lookup;
  }

  public PostService postService() {
    return postService;
  }

  PostQueries postQueries() {
    return postQueries;
  }

  /** The pinned posts of a channel. */
  public PinnedPosts pinnedPosts() {
    return pinnedPosts;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new PostResource(postService, postQueries, views.posts()),
        new PinnedPostResource(pinnedPosts, views.posts()),
        new RevisionResource(revisionService, views.posts()),
        new PreviewResource(previewService),
        new ReactionResource(reactionService, views.posts()),
        new PackResource(packService, postQueries, views.posts()));
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob(
            "expired-previews",
            Duration.ofHours(1),
            () -> database.dao(PreviewTokenDao.class).deleteExpired(clock.instant())));
  }
}
