package com.quaily.resource.analytics;

import com.quaily.model.Caller;
import com.quaily.model.analytics.BotCount;
import com.quaily.model.analytics.PeriodCount;
import com.quaily.model.analytics.SourceCount;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.analytics.AnalyticsResource.RangeParams;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.analytics.AnalyticsReports;
import com.quaily.service.analytics.AnalyticsReports.PostReport;
import com.quaily.service.analytics.ReportRange;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import java.util.List;

/** Reader statistics of a post for its writers. */
@Path("/lists/{list}/posts/{post}/analytics")
public final class PostAnalyticsResource {

  private final AnalyticsReports reports;

  public PostAnalyticsResource(AnalyticsReports reports) {
    this.reports = reports;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Get a post's views, reads and email opens by day, week or month")
  @GET
  public ApiResponse<PostAnalyticsView> post(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @BeanParam RangeParams params) {
    ReportRange range = params.range(reports.today());
    PostReport report = reports.post(caller, list, post, range);
    return ApiResponse.of(
        new PostAnalyticsView(
            report.post().id(),
            CountSum.of(report.periods()),
            report.periods(),
            SourceShare.of(report.sources()),
            range.first(),
            range.last(),
            range.period(),
            report.periods(),
            report.sources(),
            report.bots()));
  }

  /**
   * A post's statistics, without empty periods.
   *
   * @param daily the same as {@code periods}
   */
  public record PostAnalyticsView(
      long postId,
      CountSum summary,
      List<PeriodCount> daily,
      List<SourceShare> sourcesSummary,
      LocalDate startDate,
      LocalDate endDate,
      String granularity,
      List<PeriodCount> periods,
      List<SourceCount> sources,
      List<BotCount> bots) {}
}
