package com.quaily.model.post;

/**
 * The position of a date among a channel's numbered list pages.
 *
 * @param olderPage the page of the next older published post; 0 = none
 * @param newerPage the page of the next newer one; 0 = none
 * @param postsOnOlderPage number of posts on {@code olderPage}
 */
public record ListPlace(int olderPage, int newerPage, int postsOnOlderPage) {

  /** Whether a post with that date would be the newest. */
  public boolean isNewest() {
    return newerPage == 0;
  }
}
