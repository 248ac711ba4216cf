package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.dao.RevisionDao;
import com.quaily.database.DuplicateKeyException;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.page.publishing.compose.LeakScan;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostAssembler.Draft;
import com.quaily.service.validation.OptionsValidator;
import com.quaily.service.validation.SlugMaker;
import com.quaily.service.validation.SlugRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Creates and changes posts, for the channel's writers. Every change is one transaction with its
 * revision and the queued page changes. When it returns, the post's own page is in storage too,
 * unless storage cannot be reached.
 */
public final class PostService {

  /** Clients' clocks may be slightly ahead of ours. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  /** RFC 3339 has no earlier year. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private final PostDao postDao;
  private final RevisionDao revisionDao;
  private final PostLookup lookup;
  private final PostAssembler drafting;
  private final PostPublication publication;
  private final PostChanges changes;
  private final Clock clock;

  public PostService(
      PostDao postDao,
      RevisionDao revisionDao,
      PostLookup lookup,
      PostAssembler drafting,
      PostPublication publication,
      PostChanges changes,
      Clock clock) {
    this.postDao = postDao;
    this.revisionDao = revisionDao;
    this.lookup = lookup;
    this.drafting = drafting;
    this.publication = publication;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Creates the post with a slug, or changes the one that has it. With a date it is published with
   * that date; without one, a new post is a draft and an existing one keeps its state.
   */
  public Post upsert(Caller caller, Channel channel, PostInput input) {
    ChannelAccess.requireWriter(caller, channel);
    requireDates(input);
    String slug = drafting.slugOf(input);
    Post saved =
        retryingTakenSlug(
            () ->
                publication.exclusively(
                    channel.id(),
                    () -> {
                      Optional<Post> existing =
                          postDao
                              .selectBySlug(channel.id(), slug)
                              .flatMap(post -> postDao.selectByIdForUpdate(post.id()));
                      return save(caller, channel, slug, existing, input);
                    }));
    return changes.show(channel, saved);
  }

  /** Creates a draft; if the slug of its title is taken, it gets a number. */
  public Post create(Caller caller, Channel channel, PostInput input) {
    ChannelAccess.requireWriter(caller, channel);
    String wanted = drafting.slugOf(input);
    return publication.exclusively(
        channel.id(),
        () -> {
          return insert(caller, channel, freeSlug(channel, wanted), input, clock.instant());
        });
  }

  private Post save(
      Caller caller, Channel channel, String slug, Optional<Post> existing, PostInput input) {
    PostAuthors.require(channel, existing, input.displayUsers());
    Instant now = clock.instant();
    if (existing.isEmpty()) {
      return insert(caller, channel, slug, input, now);
    }
    Post written = rewrite(caller, existing.get(), slug, input, now);
    Post dated =
        input.firstPublishedAt() == null
            ? written
            : written.withFirstPublishedAt(input.firstPublishedAt());
    if (input.datetime() != null) {
      return publication.publish(dated, input.datetime(), now);
    }
    if (input.firstPublishedAt() != null) {
      postDao.updatePublication(dated);
    }
    return dated;
  }

  /** Rejects a public text that reveals paid content. */
  private static void requireNoLeak(Draft draft) {
    Post post = draft.post();
    requireNoLeak("title", post.title(), post);
    requireNoLeak("summary", post.summary(), post);
    requireNoLeak("content", draft.excerpt(), post);
  }

  private static void requireNoLeak(String field, String text, Post post) {
    LeakScan.find(text, post)
        .ifPresent(
            sentence -> {
              throw new InvalidException(
                  ErrorCode.PAYWALL_LEAK, field, "reveals paid content: " + sentence);
            });
  }

  private Post insert(Caller caller, Channel channel, String slug, PostInput input, Instant now) {
    Draft draft = drafting.create(channel, caller.userId(), slug, input, now);
    requireNoLeak(draft);
    Post post = draft.post().withFirstPublishedAt(input.firstPublishedAt());
    Function<Post, Post> insertion =
        placed -> placed.withId(postDao.insert(placed, draft.excerpt(), caller.userId()));
    return input.datetime() == null
        ? insertion.apply(post)
        : publication.publishNew(post, input.datetime(), now, insertion);
  }

  private Post rewrite(Caller caller, Post before, String slug, PostInput input, Instant now) {
    Draft draft = drafting.merge(before, slug, input, now);
    requireNoLeak(draft);
    Post after = draft.post();
    postDao.update(after, draft.excerpt());
    if (input.options() != null) {
      postDao.mergeOptions(before.id(), input.options(), now);
    }
    if (!slug.equals(before.slug())) {
      postDao.deleteRedirect(before.channelId(), slug);
      if (before.firstPublishedAt() != null) {
        postDao.insertRedirect(before.channelId(), before.slug(), before.id());
      }
    }
    revisionDao.insert(after, caller.userId(), now);
    revisionDao.deleteBeyond(after.id(), Limits.REVISIONS);
    publication.rewritten(before, after);
    return after;
  }

  /**
   * Changes a post; values not given do not change.
   *
   * @param unchangedSince the save that the writer's text is based on; null = any
   * @throws ConflictException with the current post, when someone has saved it in the meantime
   */
  public Post update(
      Caller caller, Channel channel, String postKey, PostInput input, Instant unchangedSince) {
    ChannelAccess.requireWriter(caller, channel);
    long id = lookup.find(channel, postKey).id();
    requireDates(input);
    Post saved =
        retryingTakenSlug(
            () ->
                publication.exclusively(
                    channel.id(),
                    () -> {
                      Post before = postDao.selectByIdForUpdate(id).orElseThrow(PostChanges::gone);
                      requireUnchanged(before, unchangedSince);
                      String slug = slugFor(channel, before, input);
                      return save(caller, channel, slug, Optional.of(before), input);
                    }));
    return changes.show(channel, saved);
  }

  private String slugFor(Channel channel, Post before, PostInput input) {
    if (input.slug() == null || input.slug().isBlank()) {
      return before.slug();
    }
    String slug = SlugRules.requirePostSlug(input.slug().strip());
    boolean taken =
        postDao
            .selectBySlug(channel.id(), slug)
            .filter(other -> other.id() != before.id())
            .isPresent();
    if (taken) {
      throw new ConflictException(
          ErrorCode.SLUG_TAKEN, "slug: “" + slug + "” is used by another post of this channel");
    }
    return slug;
  }

  private static void requireUnchanged(Post current, Instant unchangedSince) {
    if (unchangedSince != null && current.updatedAt().isAfter(unchangedSince)) {
      throw new ConflictException(
          ErrorCode.POST_CHANGED, ErrorCode.POST_CHANGED.message(), current);
    }
  }

  private void requireDates(PostInput input) {
    requireDate("datetime", input.datetime());
    requireDate("first_published_at", input.firstPublishedAt());
  }

  private void requireDate(String field, Instant date) {
    if (date != null && date.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          field,
          "is in the future; a post can be published with the current or an earlier date");
    }
    if (date != null && date.isBefore(EARLIEST)) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, field, "is before the year 1");
    }
  }

  /** Publishes a post; a post published earlier keeps its first date. */
  public Post publish(Caller caller, Channel channel, String postKey) {
    return changes.change(
        caller,
        channel,
        postKey,
        (post, now) -> post.isPublished() ? post : publication.publish(post, now, now));
  }

  /** Unpublishes a post. */
  public Post unpublish(Caller caller, Channel channel, String postKey) {
    return changes.change(caller, channel, postKey, publication::unpublish);
  }

  /** Merges a post's options. */
  public Post mergeOptions(
      Caller caller, Channel channel, String postKey, Map<String, Object> options) {
    OptionsValidator.requireOfPost("options", options);
    return changes.change(
        caller,
        channel,
        postKey,
        (post, now) -> {
          postDao.mergeOptions(post.id(), options, now);
          Post after = postDao.selectById(post.id()).orElseThrow(PostChanges::gone);
          publication.rewritten(post, after);
          return after;
        });
  }

  /** A new draft with a post's content. */
  public Post duplicate(Caller caller, Channel channel, String postKey) {
    ChannelAccess.requireWriter(caller, channel);
    Post original = lookup.find(channel, postKey);
    PostInput copy = PostInput.of(original);
    return publication.exclusively(
        channel.id(),
        () -> {
          return insert(
              caller, channel, freeSlug(channel, copySlug(original)), copy, clock.instant());
        });
  }

  private static String copySlug(Post original) {
    return original.slug().substring(0, Math.min(original.slug().length(), 110)) + "-copy";
  }

  private String freeSlug(Channel channel, String slug) {
    return SlugMaker.free(slug, taken -> postDao.selectBySlug(channel.id(), taken).isPresent());
  }

  /** Two writers use the same slug at once: the second finds the first one's post. */
  private static Post retryingTakenSlug(Supplier<Post> save) {
    try {
      return save.get();
    } catch (DuplicateKeyException e) {
      return save.get();
    }
  }
}
