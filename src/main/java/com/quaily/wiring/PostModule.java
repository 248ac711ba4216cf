package com.quaily.wiring;

import com.quaily.dao.AttachmentDao;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.PackDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PostTagDao;
import com.quaily.dao.PreviewTokenDao;
import com.quaily.dao.ReactionDao;
import com.quaily.dao.RevisionDao;
import com.quaily.dao.SearchDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.database.Database;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.resource.post.DraftPreviewResource;
import com.quaily.resource.post.PackResource;
import com.quaily.resource.post.PaidContentResource;
import com.quaily.resource.post.PinnedPostResource;
import com.quaily.resource.post.PostResource;
import com.quaily.resource.post.PostScheduleResource;
import com.quaily.resource.post.PreviewResource;
import com.quaily.resource.post.ReactionResource;
import com.quaily.resource.post.RevisionResource;
import com.quaily.resource.post.TagResource;
import com.quaily.service.account.EphemeralTokens;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.media.CoverCrops;
import com.quaily.service.post.DraftPreview;
import com.quaily.service.post.PackService;
import com.quaily.service.post.PaidContent;
import com.quaily.service.post.PinnedPosts;
import com.quaily.service.post.PostAssembler;
import com.quaily.service.post.PostChanges;
import com.quaily.service.post.PostLookup;
import com.quaily.service.post.PostPublication;
import com.quaily.service.post.PostQueries;
import com.quaily.service.post.PostSchedule;
import com.quaily.service.post.PostService;
import com.quaily.service.post.PostTrash;
import com.quaily.service.post.PostWriting;
import com.quaily.service.post.PreviewService;
import com.quaily.service.post.PublishScheduledPostHandler;
import com.quaily.service.post.ReactionService;
import com.quaily.service.post.RevisionService;
import com.quaily.service.post.TagService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Posts: writing, reading, revisions, previews, reactions, packs. */
public final class PostModule implements ProgramModule {

  private static final Duration MISSED_CHECK = Duration.ofSeconds(3);

  private final PreviewTokenDao previewTokenDao;
  private final Clock clock;
  private final EphemeralTokens ephemeralTokens;
  private final PostLookup lookup;
  private final PostService postService;
  private final PostSchedule schedule;
  private final PostTrash trash;
  private final TagService tagService;
  private final DraftPreview draftPreview;
  private final PostQueries postQueries;
  private final PinnedPosts pinnedPosts;
  private final RevisionService revisionService;
  private final PreviewService previewService;
  private final ReactionService reactionService;
  private final PackService packService;
  private final PaidContent paidContent;
  private final CoverCrops coverCrops;

  PostModule(
      Database database,
      PageModule pages,
      ChannelModule channels,
      SubscriptionModule subscriptions,
      AccountModule account,
      WebhookEvents webhookEvents,
      Clock clock) {
    ChannelDao channelDao = database.dao(ChannelDao.class);
    PostDao postDao = database.dao(PostDao.class);
    previewTokenDao = database.dao(PreviewTokenDao.class);
    RevisionDao revisionDao = database.dao(RevisionDao.class);
    this.clock = clock;
    this.ephemeralTokens = account.ephemeralTokens();
    ChannelAccess access = channels.access();
    lookup = new PostLookup(postDao, access);
    PostTagDao postTagDao = database.dao(PostTagDao.class);
    PostAssembler drafting = new PostAssembler(pages.markdown());
    PostPublication publication =
        new PostPublication(
            database, channelDao, postDao, postTagDao, pages.changeLog(), webhookEvents);
    PostChanges changes = new PostChanges(postDao, lookup, publication, pages.publisher(), clock);
    coverCrops = new CoverCrops(database.dao(AttachmentDao.class), pages.site(), clock);
    postService =
        new PostService(
            postDao,
            lookup,
            new PostWriting(postDao, revisionDao, drafting, publication, coverCrops, clock),
            publication,
            changes,
            clock);
    schedule = new PostSchedule(postDao, changes, publication, access, pages.jobQueue(), clock);
    trash = new PostTrash(postDao, lookup, changes, publication, clock);
    tagService = new TagService(postTagDao, access, publication, pages.changeLog(), clock);
    draftPreview = new DraftPreview(access, drafting, pages.contexts(), pages.articles(), clock);
    postQueries =
        new PostQueries(
            postDao,
            database.dao(StatisticsDao.class),
            database.dao(SearchDao.class),
            access,
            lookup,
            subscriptions.subscriptions(),
            database.dao(DeliveryTaskDao.class));
    pinnedPosts = new PinnedPosts(database, channelDao, postDao, access, pages.changeLog());
    revisionService = new RevisionService(revisionDao, access, lookup, postService);
    previewService =
        new PreviewService(
            previewTokenDao, postDao, access, lookup, pages.contexts(), pages.articles(), clock);
    reactionService =
        new ReactionService(database, postDao, database.dao(ReactionDao.class), clock);
    paidContent = new PaidContent(postQueries, pages.contexts(), pages.articles());
    packService =
        new PackService(database, database.dao(PackDao.class), access, pages.changeLog(), clock);
  }

  /** The addresses of crops of covers. */
  CoverCrops coverCrops() {
    return coverCrops;
  }

  PostLookup lookup() {
    return lookup;
  }

  public PostService postService() {
    return postService;
  }

  /** Scheduled publication. */
  public PostSchedule schedule() {
    return schedule;
  }

  /** Deleted posts. */
  public PostTrash trash() {
    return trash;
  }

  PostQueries postQueries() {
    return postQueries;
  }

  /** The pinned posts of a channel. */
  public PinnedPosts pinnedPosts() {
    return pinnedPosts;
  }

  ReactionService reactionService() {
    return reactionService;
  }

  PackService packService() {
    return packService;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new PostResource(postService, trash, postQueries, views.posts()),
        new PostScheduleResource(schedule, postQueries, views.posts()),
        new DraftPreviewResource(draftPreview),
        new TagResource(tagService),
        new PinnedPostResource(pinnedPosts, views.posts()),
        new RevisionResource(revisionService, views.posts()),
        new PreviewResource(previewService, ephemeralTokens),
        new PaidContentResource(paidContent),
        new ReactionResource(reactionService, views.posts()),
        new PackResource(packService, postQueries, views.posts()));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return List.of(new PublishScheduledPostHandler(schedule));
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob("missed-publications", MISSED_CHECK, schedule::publishMissed),
        new RecurringJob("expired-trash", Duration.ofHours(1), trash::purge),
        new RecurringJob(
            "expired-previews",
            Duration.ofHours(1),
            () -> previewTokenDao.deleteExpired(clock.instant())));
  }
}
