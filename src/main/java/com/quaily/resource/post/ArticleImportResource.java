package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.article.ArticleImport;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** Import of articles from other sites. */
@Path("/lists/{list}/posts/import")
public final class ArticleImportResource {

  private final ArticleImport articles;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public ArticleImportResource(
      ArticleImport articles, PostQueries postQueries, PostViews postViews) {
    this.articles = articles;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Import a public article as a draft; can take a minute")
  @RateLimited(name = "article-import", perHour = 60, atOnce = 20)
  @POST
  public ApiResponse<PostView> run(
      @Context Caller caller, @PathParam("list") String list, ImportRequest body) {
    Channel channel = postQueries.channel(list);
    String url = RequestBodies.require(body).url();
    return ApiResponse.of(postViews.whole(channel, articles.run(caller, channel, url)));
  }

  /** The http or https address of a public article. */
  public record ImportRequest(String url) {}
}
