package com.quaily.model.page;

import java.util.List;

/**
 * A change of a post that its pages must follow, with the state before and after.
 *
 * @param id ignored when the change is new
 * @param slugs the post's slugs before and after
 * @param tags the post's tags before and after
 * @param listPages the list pages that showed it before and show it now; never 0
 */
public record PageChange(
    long id,
    long channelId,
    long postId,
    List<String> slugs,
    List<String> tags,
    List<Integer> listPages) {}
