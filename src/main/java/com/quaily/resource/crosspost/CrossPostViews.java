package com.quaily.resource.crosspost;

import com.quaily.model.ai.TaskCost;
import com.quaily.model.crosspost.CrossPost;
import com.quaily.model.crosspost.CrossPostResult;
import com.quaily.model.post.Paywall;
import com.quaily.model.post.Post;
import com.quaily.resource.crosspost.CrossPostView.ProposalView;
import com.quaily.resource.crosspost.CrossPostView.ProvenanceView;
import com.quaily.resource.crosspost.CrossPostView.TranslatedView;
import com.quaily.resource.view.UserViews;
import com.quaily.service.crosspost.CrossPostReview.State;
import java.util.Optional;

/** Builds the views of cross-posts. */
public final class CrossPostViews {

  private final UserViews users;

  public CrossPostViews(UserViews users) {
    this.users = users;
  }

  CrossPostView view(State state) {
    Optional<CrossPost> crossPost = state.crossPost();
    return new CrossPostView(
        state.channel().id(),
        state.channel().slug(),
        state.channel().title(),
        state.language(),
        crossPost.map(CrossPost::status).orElse(null),
        crossPost.map(CrossPost::done).orElse(0),
        crossPost.map(CrossPost::blocks).orElse(0),
        crossPost.map(CrossPost::error).orElse(null),
        state.changed(),
        state.translated().map(CrossPostViews::translated).orElse(null),
        state.accepted().map(this::result).orElse(null),
        state.proposed().map(this::proposal).orElse(null));
  }

  private static TranslatedView translated(Post post) {
    return new TranslatedView(
        post.id(),
        post.slug(),
        post.title(),
        Paywall.join(post.content(), post.paidContent()),
        post.publishedAt(),
        post.updatedAt());
  }

  private ProvenanceView result(CrossPostResult result) {
    return new ProvenanceView(
        result.createdAt(),
        result.promptVersion(),
        new TaskCost(result.models(), result.tokens(), result.micros()),
        result.acceptedBy() == null ? null : users.open(result.acceptedBy()).name(),
        result.acceptedAt());
  }

  private ProposalView proposal(CrossPostResult result) {
    return new ProposalView(
        result.id(),
        result.title(),
        result.summary(),
        result.content(),
        result.blocks(),
        result.reused(),
        result.leftOver(),
        result(result));
  }
}
