package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.database.DuplicateKeyException;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FreeSlug;
import com.quaily.service.validation.OptionsValidator;
import com.quaily.service.validation.SlugRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

  /** Characters of a slug that a copy takes over, so that more fits behind them. */
  private static final int LONGEST_COPIED = 110;

  private final PostDao postDao;
  private final PostLookup lookup;
  private final PostWriting writing;
  private final PostPublication publication;
  private final PostChanges changes;
  private final Clock clock;

  public PostService(
      PostDao postDao,
      PostLookup lookup,
      PostWriting writing,
      PostPublication publication,
      PostChanges changes,
      Clock clock) {
    this.postDao = postDao;
    this.lookup = lookup;
    this.writing = writing;
    this.publication = publication;
    this.changes = changes;
    this.clock = clock;
  }

  /** As the other, whatever the post was based on. */
  public Post upsert(Caller caller, Channel channel, PostInput input) {
    return upsert(caller, channel, input, null);
  }

  /**
   * Creates the post with a slug, or changes the one that has it. With a date it is published with
   * that date; without one, a new post is a draft and an existing one keeps its state. A post
   * without a slug is always a new one, with a slug that no other post has or had.
   *
   * @param unchangedSince the save that the writer's text is based on; null = any
   * @throws ConflictException carrying the post when somebody saved it in between
   */
  public Post upsert(Caller caller, Channel channel, PostInput input, Instant unchangedSince) {
    ChannelAccess.requireWriter(caller, channel);
    requireDates(input);
    Optional<String> named = PostAssembler.namedSlug(input);
    String made = named.isPresent() ? "" : PostAssembler.madeSlug(channel, input);
    PaidLeakGuard guard = new PaidLeakGuard();
    if (PaidLeakGuard.isConcernedWith(input)) {
      String slug = named.orElse(made);
      Optional<Post> found = named.flatMap(s -> postDao.selectBySlug(channel.id(), s));
      guard.requireNoLeak(writing.drafted(caller, channel, slug, found, input));
    }
    Post saved =
        retryingTakenSlug(
            () ->
                publication.exclusively(
                    channel.id(),
                    () -> {
                      String slug = named.orElseGet(() -> freeSlug(channel, made));
                      Optional<Post> existing =
                          postDao
                              .selectBySlug(channel.id(), slug)
                              .flatMap(post -> postDao.selectByIdForUpdate(post.id()));
                      existing.ifPresent(post -> requireUnchanged(post, unchangedSince));
                      return writing.save(caller, channel, slug, existing, input, guard);
                    }));
    return changes.show(channel, saved);
  }

  /**
   * Throws what saving the post would, without saving it.
   *
   * @param postKey of the post to change; empty when a slug decides which one that is
   */
  public void check(Caller caller, Channel channel, Optional<String> postKey, PostInput input) {
    ChannelAccess.requireWriter(caller, channel);
    requireDates(input);
    Optional<Post> given = postKey.map(key -> lookup.find(channel, key));
    Optional<String> named =
        given.map(post -> slugFor(channel, post, input)).or(() -> PostAssembler.namedSlug(input));
    String slug = named.orElseGet(() -> PostAssembler.madeSlug(channel, input));
    Optional<Post> existing =
        given.or(() -> named.flatMap(known -> postDao.selectBySlug(channel.id(), known)));
    new PaidLeakGuard().requireNoLeak(writing.drafted(caller, channel, slug, existing, input));
  }

  private String freeSlug(Channel channel, String wanted) {
    return FreeSlug.of(wanted, slug -> postDao.isSlugKnown(channel.id(), slug));
  }

  /** Creates a draft; if its slug is taken, it gets a number. */
  public Post create(Caller caller, Channel channel, PostInput input) {
    return create(caller, channel, input, created -> {});
  }

  /**
   * Like the other, and does something else in the same transaction.
   *
   * @param alongside gets the new post
   */
  public Post create(Caller caller, Channel channel, PostInput input, Consumer<Post> alongside) {
    ChannelAccess.requireWriter(caller, channel);
    String wanted =
        PostAssembler.namedSlug(input).orElseGet(() -> PostAssembler.madeSlug(channel, input));
    return publication.exclusively(
        channel.id(),
        () -> {
          String slug = freeSlug(channel, wanted);
          Post created =
              writing.save(caller, channel, slug, Optional.empty(), input, new PaidLeakGuard());
          alongside.accept(created);
          return created;
        });
  }

  /**
   * Changes a post; values not given do not change.
   *
   * @param unchangedSince the save that the writer's text is based on; null = any
   * @throws ConflictException with the current post, when someone has saved it in the meantime
   */
  public Post update(
      Caller caller, Channel channel, String postKey, PostInput input, Instant unchangedSince) {
    return update(caller, channel, postKey, input, unchangedSince, saved -> {});
  }

  /**
   * Like the other, and does something else in the same transaction.
   *
   * @param alongside gets the saved post
   */
  public Post update(
      Caller caller,
      Channel channel,
      String postKey,
      PostInput input,
      Instant unchangedSince,
      Consumer<Post> alongside) {
    ChannelAccess.requireWriter(caller, channel);
    Post found = lookup.find(channel, postKey);
    long id = found.id();
    requireDates(input);
    PaidLeakGuard guard = new PaidLeakGuard();
    if (PaidLeakGuard.isConcernedWith(input)) {
      guard.requireNoLeak(
          writing.drafted(caller, channel, found.slug(), Optional.of(found), input));
    }
    Post saved =
        retryingTakenSlug(
            () ->
                publication.exclusively(
                    channel.id(),
                    () -> {
                      Post before = postDao.selectByIdForUpdate(id).orElseThrow(PostChanges::gone);
                      requireUnchanged(before, unchangedSince);
                      String slug = slugFor(channel, before, input);
                      Post after =
                          writing.save(caller, channel, slug, Optional.of(before), input, guard);
                      alongside.accept(after);
                      return after;
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

  /**
   * Shows a post to readers: as of the date that it had when it was hidden, else of its first date,
   * else of now.
   */
  public Post publish(Caller caller, Channel channel, String postKey) {
    return publish(caller, channel, postKey, published -> {});
  }

  /**
   * Like the other, and does something else in the same transaction.
   *
   * @param alongside gets the published post
   */
  public Post publish(Caller caller, Channel channel, String postKey, Consumer<Post> alongside) {
    return changes.change(
        caller,
        channel,
        postKey,
        (post, now) -> {
          Post published =
              post.isPublished() ? post : publication.publish(post, dateOf(post, now), now);
          alongside.accept(published);
          return published;
        });
  }

  private Instant dateOf(Post draft, Instant now) {
    return postDao
        .selectLastPublishedAt(draft.id())
        .or(() -> Optional.ofNullable(draft.firstPublishedAt()))
        .orElse(now);
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
          String slug = slugOfCopy(channel, original);
          return writing.save(caller, channel, slug, Optional.empty(), copy, new PaidLeakGuard());
        });
  }

  private String slugOfCopy(Channel channel, Post original) {
    String slug = original.slug();
    return freeSlug(channel, slug.substring(0, Math.min(slug.length(), LONGEST_COPIED)) + "-copy");
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
