package com.quaily.resource.filter;

import com.quaily.model.post.Post;
import com.quaily.resource.view.PostViews;

/** Shows the state that a request conflicts with in the format of the API. */
public final class ConflictData {

  private final PostViews postViews;

  public ConflictData(PostViews postViews) {
    this.postViews = postViews;
  }

  Object view(Object state) {
    return state instanceof Post post ? postViews.whole(post) : state;
  }
}
