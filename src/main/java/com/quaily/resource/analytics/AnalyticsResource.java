package com.quaily.resource.analytics;

import com.quaily.model.Caller;
import com.quaily.model.analytics.BotCount;
import com.quaily.model.analytics.PeriodCount;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.PostCountView;
import com.quaily.resource.view.SliceView;
import com.quaily.service.analytics.AnalyticsReports;
import com.quaily.service.analytics.AnalyticsReports.PostsReport;
import com.quaily.service.analytics.AnalyticsReports.SourcesReport;
import com.quaily.service.analytics.ReportRange;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import java.util.List;

/** Reader statistics of a channel for its writers. */
@Path("/lists")
public final class AnalyticsResource {

  private final AnalyticsReports reports;

  public AnalyticsResource(AnalyticsReports reports) {
    this.reports = reports;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "List the channel's posts, most viewed first, with totals by period")
  @GET
  @Path("/{list}/analytics/posts")
  public ApiResponse<PostsAnalyticsView> posts(
      @Context Caller caller,
      @PathParam("list") String list,
      @BeanParam PaginationParams slice,
      @BeanParam RangeParams params) {
    ReportRange range = params.range(reports.today());
    PostsReport report = reports.posts(caller, list, range, slice.offset(), slice.limit());
    SliceView<PostCountView> posts = SliceView.of(report.posts(), PostCountView::of);
    return ApiResponse.of(
        new PostsAnalyticsView(
            range.first(),
            range.last(),
            range.period(),
            report.periods(),
            posts.pagination(),
            posts.items(),
            posts.pagination().total(),
            report.periods()));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Get the sources of the channel's visits, and the bots among them")
  @GET
  @Path("/{list}/analytics/sources")
  public ApiResponse<SourcesAnalyticsView> sources(
      @Context Caller caller, @PathParam("list") String list, @BeanParam RangeParams params) {
    ReportRange range = params.range(reports.today());
    SourcesReport report = reports.sources(caller, list, range);
    return ApiResponse.of(
        new SourcesAnalyticsView(
            range.first(),
            range.last(),
            report.sources().stream()
                .map(count -> SourceCountView.of(count, SourceShare.total(report.sources())))
                .toList(),
            SourceShare.total(report.sources()),
            report.bots()));
  }

  /** The period of a report. */
  public static final class RangeParams {

    @QueryParam("start_date")
    private String start;

    @QueryParam("end_date")
    private String end;

    @QueryParam("granularity")
    private String granularity;

    ReportRange range(LocalDate today) {
      return ReportRange.of(start, end, granularity, today);
    }
  }

  /** Statistics of a channel's posts. */
  public record PostsAnalyticsView(
      LocalDate startDate,
      LocalDate endDate,
      String granularity,
      List<PeriodCount> periods,
      SliceView.PaginationView pagination,
      List<PostCountView> items,
      long total,
      List<PeriodCount> daily) {}

  /** Sources of visits. */
  public record SourcesAnalyticsView(
      LocalDate startDate,
      LocalDate endDate,
      List<SourceCountView> sources,
      long totalViews,
      List<BotCount> bots) {}
}
