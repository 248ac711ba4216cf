package com.quaily.model.post;

/**
 * Where a date lies on the numbered list pages of a channel.
 *
 * @param olderPage the page of the next older published post; 0 = there is none
 * @param newerPage the page of the next newer one; 0 = there is none
 * @param postsOnOlderPage how many posts {@code olderPage} shows
 */
public record ListPlace(int olderPage, int newerPage, int postsOnOlderPage) {

  /** Whether a post of that date would be the newest. */
  public boolean isNewest() {
    return newerPage == 0;
  }
}
