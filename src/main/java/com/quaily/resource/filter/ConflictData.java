package com.quaily.resource.filter;

import com.quaily.model.post.Post;
import com.quaily.resource.view.PostViews;

/** The state that a request collided with, as the API shows it. */
public final class ConflictData {

  private final PostViews postViews;

  public ConflictData(PostViews postViews) {
    this.postViews = postViews;
  }

  Object view(Object state) {
    return state instanceof Post post ? postViews.whole(post) : state;
  }
}
