package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.quaily.model.post.OutlineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post as the API shows it.
 *
 * @param paidContent empty without access, which {@code paidContentRemoved} then says
 * @param tags separated by commas
 * @param publishedAt null = draft
 * @param paidContentCount characters behind the paywall
 * @param paidContentPercent share of the text that is behind the paywall, 0 to 100
 * @param outline left out in lists
 * @param score its place among what trends
 * @param reactions a sign's code point by the id of the user who put it
 * @param similarPostItems posts of the same channel about the same; left out in lists
 * @param list left out in lists of one channel
 */
public record PostView(
    long id,
    String slug,
    String coverImageUrl,
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
    @Nullable Instant modifiedAt,
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
    @JsonInclude(JsonInclude.Include.NON_NULL) ChannelView list) {}
