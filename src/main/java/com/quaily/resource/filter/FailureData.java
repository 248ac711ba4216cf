package com.quaily.resource.filter;

import com.quaily.model.post.Post;
import com.quaily.resource.view.PostViews;

/** The state that a request collided with, as the API shows it. */
public final class FailureData {

  private final PostViews postViews;

  public FailureData(PostViews postViews) {
    this.postViews = postViews;
  }

  Object view(Object state) {
    return state instanceof Post post ? postViews.whole(post) : state;
  }
}
