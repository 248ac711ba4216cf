package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.quaily.model.post.OutlineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post in API responses.
 *
 * @param coverImageUrlOg the middle of the cover, 217:130; like the two others, the cover itself
 *     until the crop is made, and always if it was not uploaded to this site
 * @param coverImageUrlTwitter a square
 * @param coverImageUrlThumb 7:12
 * @param paidContent empty without access, which {@code paidContentRemoved} then indicates
 * @param tags separated by commas
 * @param publishedAt null = draft
 * @param scheduledAt when the draft will be published; null = not scheduled
 * @param trashedAt since when it is in the trash; null = it is not
 * @param lastDeliveredAt null = never sent
 * @param shortenUrl empty: links are not shortened
 * @param paidContentCount characters in the paid part
 * @param paidContentPercent the paid part's share of the text, 0 to 100
 * @param outline omitted in lists
 * @param score its rank among trending posts
 * @param reactions an emoji's code point by user id
 * @param similarPostItems similar posts of the same channel; omitted in lists
 * @param displayUsers the users named as authors, in order
 * @param list omitted in lists of one channel
 */
public record PostView(
    long id,
    String slug,
    String coverImageUrl,
    String coverImageUrlOg,
    String coverImageUrlTwitter,
    String coverImageUrlThumb,
    String title,
    String summary,
    @JsonSerialize(using = ListedText.class) String content,
    String paidContent,
    boolean paidContentRemoved,
    long userId,
    long listId,
    String tags,
    int pinned,
    String theme,
    String lang,
    @Nullable Instant publishedAt,
    @Nullable Instant firstPublishedAt,
    @Nullable Instant scheduledAt,
    @Nullable Instant trashedAt,
    @Nullable Instant modifiedAt,
    @Nullable Instant lastDeliveredAt,
    String shortenUrl,
    long pageViewCount,
    long pageReadCount,
    long emailViewCount,
    double score,
    Map<Long, Integer> reactions,
    Map<String, Object> postOptions,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<OutlineEntry> outline,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<PostCardView> similarPostItems,
    Instant createdAt,
    Instant updatedAt,
    boolean isPaidContent,
    int paidContentCount,
    int paidContentPercent,
    UserView user,
    List<UserView> displayUsers,
    @JsonInclude(JsonInclude.Include.NON_NULL) ChannelView list) {}
