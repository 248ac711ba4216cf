package com.quaily.model.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A post, draft or published.
 *
 * @param channelId the channel it belongs to
 * @param userId its author
 * @param summary the writer's own; empty when none
 * @param content free part, Markdown
 * @param paidContent paid part, Markdown; empty when none
 * @param coverImageUrl empty when none
 * @param lang BCP 47 tag; empty = the channel's language
 * @param displayUsers ids of the users named as authors, in order; empty = the author alone
 * @param publishedAt the date shown to readers; null = draft
 * @param firstPublishedAt when it was first published; null = never
 * @param scheduledAt when the draft will be published; null = not scheduled
 * @param trashedAt since when it is in the trash; null = it is not
 * @param modifiedAt the last visible change; null = none since it was published
 * @param listPage the numbered list page that shows it, counted from the oldest posts; 0 = not
 *     published
 * @param pinned position among the channel's pinned posts from 1; 0 = not pinned
 * @param readingSeconds estimated time to read the free part
 * @param updatedAt the last save, used to notice concurrent writers
 */
public record Post(
    long id,
    long channelId,
    long userId,
    String slug,
    String title,
    String summary,
    String content,
    String paidContent,
    String coverImageUrl,
    List<String> tags,
    String theme,
    String lang,
    Map<String, Object> options,
    List<Long> displayUsers,
    Instant publishedAt,
    Instant firstPublishedAt,
    Instant scheduledAt,
    Instant trashedAt,
    Instant modifiedAt,
    int listPage,
    int pinned,
    int readingSeconds,
    Instant createdAt,
    Instant updatedAt) {

  /** The option with the key that translations of the same post share. */
  public static final String TRANSLATION_KEY = "translation_key";

  /** The changes that readers are told of, the first first. */
  public List<Correction> corrections() {
    return Correction.of(options);
  }

  public boolean isPublished() {
    return publishedAt != null;
  }

  /** The users named as authors, at least one. */
  public List<Long> authorIds() {
    return displayUsers.isEmpty() ? List.of(userId) : displayUsers;
  }

  /** Whether its scheduled time has come. */
  public boolean isDue(Instant now) {
    return scheduledAt != null && !scheduledAt.isAfter(now);
  }

  /** Whether it is unchanged since it was created. */
  public boolean isUnchanged() {
    return updatedAt.equals(createdAt);
  }

  public boolean hasPaidContent() {
    return !paidContent.isEmpty();
  }

  /** This post with the id that it was stored with. */
  public Post withId(long id) {
    return copy(id, publishedAt, firstPublishedAt, modifiedAt, listPage, updatedAt);
  }

  /** This post with another publication state and the same content; publishing ends a schedule. */
  public Post withPublication(
      Instant publishedAt,
      Instant firstPublishedAt,
      Instant modifiedAt,
      int listPage,
      Instant updatedAt) {
    return copy(id, publishedAt, firstPublishedAt, modifiedAt, listPage, updatedAt);
  }

  private Post copy(
      long id,
      Instant publishedAt,
      Instant firstPublishedAt,
      Instant modifiedAt,
      int listPage,
      Instant updatedAt) {
    return new Post(
        id,
        channelId,
        userId,
        slug,
        title,
        summary,
        content,
        paidContent,
        coverImageUrl,
        tags,
        theme,
        lang,
        options,
        displayUsers,
        publishedAt,
        firstPublishedAt,
        publishedAt == null ? scheduledAt : null,
        trashedAt,
        modifiedAt,
        listPage,
        pinned,
        readingSeconds,
        createdAt,
        updatedAt);
  }

  /** This post with another title and summary. */
  public Post withWords(String title, String summary) {
    return new Post(
        id,
        channelId,
        userId,
        slug,
        title,
        summary,
        content,
        paidContent,
        coverImageUrl,
        tags,
        theme,
        lang,
        options,
        displayUsers,
        publishedAt,
        firstPublishedAt,
        scheduledAt,
        trashedAt,
        modifiedAt,
        listPage,
        pinned,
        readingSeconds,
        createdAt,
        updatedAt);
  }

  /** This post with another date of first publication. */
  public Post withFirstPublishedAt(Instant firstPublishedAt) {
    return withPublication(publishedAt, firstPublishedAt, modifiedAt, listPage, updatedAt);
  }

  /** Whether an option is switched on or off; empty when it is not set. */
  public Optional<Boolean> option(PostOption option) {
    return Optional.ofNullable(options.get(option.wireName()))
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }

  /** The key that the post shares with its translations; empty when it has none. */
  public Optional<String> translationKey() {
    return Optional.ofNullable(options.get(TRANSLATION_KEY))
        .map(Object::toString)
        .filter(key -> !key.isEmpty());
  }
}
