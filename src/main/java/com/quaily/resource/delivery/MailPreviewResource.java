package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.view.MailPreviewView;
import com.quaily.service.delivery.DeliveryPreview;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** The email of a post before it is sent. */
@Path("/lists/{list}/posts/{post}/mail")
public final class MailPreviewResource {

  private final DeliveryPreview preview;
  private final PostQueries postQueries;

  public MailPreviewResource(DeliveryPreview preview, PostQueries postQueries) {
    this.preview = preview;
    this.postQueries = postQueries;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Get the email of a post as its readers would get it")
  @GET
  public ApiResponse<MailPreviewView> mail(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @QueryParam("lang") String lang,
      @QueryParam("premium") boolean premium) {
    Channel channel = postQueries.channel(list);
    Language language = lang == null || lang.isEmpty() ? null : Language.of(lang);
    return ApiResponse.of(
        MailPreviewView.of(preview.mail(caller, channel, post, language, premium)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Email a post to oneself, as its readers would get it")
  @POST
  @Path("/test")
  @RateLimited(name = "test-mail", perHour = 60, atOnce = 10)
  public ApiResponse<TestMailView> test(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @QueryParam("premium") boolean premium) {
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(new TestMailView(preview.test(caller, channel, post, premium)));
  }

  /** Where a test went. */
  public record TestMailView(String email) {}
}
