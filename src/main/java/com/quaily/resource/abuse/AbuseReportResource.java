package com.quaily.resource.abuse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.model.abuse.AbuseReason;
import com.quaily.model.post.Post;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.service.abuse.AbuseReports;
import com.quaily.service.abuse.AbuseReports.Draft;
import com.quaily.service.abuse.AbuseReports.Subject;
import com.quaily.service.abuse.AbuseReports.Target;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeProvider.Action;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.stream.Stream;

/** Takes reports of abuse; the operator reads them on the command line. */
@Path("/auxilia/reports")
public final class AbuseReportResource {

  private final AbuseReports abuseReports;
  private final ChannelViews channelViews;
  private final ChallengeProvider challengeProvider;

  public AbuseReportResource(
      AbuseReports abuseReports, ChannelViews channelViews, ChallengeProvider challengeProvider) {
    this.abuseReports = abuseReports;
    this.channelViews = channelViews;
    this.challengeProvider = challengeProvider;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the subject of an abuse report, and the reasons that there are")
  @GET
  @Path("/opponent")
  @RateLimited(name = "opponent")
  public ApiResponse<ReportSubjectView> subject(
      @QueryParam("trace_id") String traceId,
      @QueryParam("list") String list,
      @QueryParam("post") String post) {
    Subject subject = abuseReports.subject(new Target(traceId, list, post));
    return ApiResponse.of(
        new ReportSubjectView(
            channelViews.brief(subject.channel()),
            subject.post().map(Post::title).orElse(""),
            subject.email(),
            Stream.of(AbuseReason.values()).map(AbuseReason::wireName).toList()));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Report abuse to the operator of this server")
  @POST
  @RateLimited(name = "report", perHour = 20, atOnce = 10)
  public ApiResponse<Integer> report(AbuseReportRequest body, @Context HttpServletRequest http) {
    AbuseReportRequest request = RequestBodies.require(body);
    challengeProvider.verify(
        new Solution(Action.REPORT, request.challengeToken(), http.getRemoteAddr()));
    abuseReports.report(request.target(), request.draft());
    return ApiResponse.of(1);
  }

  /**
   * What is reported.
   *
   * @param postTitle empty = the whole list
   * @param email the recipient of the reported email, masked; otherwise empty
   * @param reasons values that {@code reason} takes
   */
  public record ReportSubjectView(
      ChannelView list, String postTitle, String email, List<String> reasons) {}

  /**
   * Body of {@code POST /auxilia/reports}.
   *
   * @param traceId of an email that was received; then list and post are ignored
   * @param list id or slug
   * @param post id or slug of a published post of the list; null = the whole list
   * @param text required when the reason is {@code other}
   * @param email where the operator can answer; may be empty
   * @param challengeToken the solved challenge, if a provider is configured
   */
  public record AbuseReportRequest(
      String traceId,
      @Schema(types = {"string", "integer"}) String list,
      @Schema(types = {"string", "integer"}) String post,
      String reason,
      String text,
      String email,
      @JsonProperty("challenge-token") String challengeToken) {

    Target target() {
      return new Target(traceId, list, post);
    }

    Draft draft() {
      return new Draft(reason, text, email);
    }
  }
}
