package com.quaily.resource.analytics;

import com.quaily.model.Caller;
import com.quaily.model.analytics.SubscriberPeriod;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.analytics.AnalyticsResource.RangeParams;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.analytics.ReportRange;
import com.quaily.service.analytics.SubscriberReports;
import com.quaily.service.analytics.SubscriberReports.SubscriberReport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import java.util.List;

/** How a channel's subscribers change, for its writers. */
@Path("/lists/{list}/analytics/subscribers")
public final class SubscriberAnalyticsResource {

  private final SubscriberReports reports;

  public SubscriberAnalyticsResource(SubscriberReports reports) {
    this.reports = reports;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Get how many subscribers joined and left, by day, week or month")
  @GET
  public ApiResponse<SubscribersAnalyticsView> subscribers(
      @Context Caller caller, @PathParam("list") String list, @BeanParam RangeParams params) {
    ReportRange range = params.range(reports.today());
    SubscriberReport report = reports.subscribers(caller, list, range);
    return ApiResponse.of(
        new SubscribersAnalyticsView(
            range.first(),
            range.last(),
            range.period(),
            report.before(),
            report.total(),
            report.periods()));
  }

  /**
   * A channel's subscribers over time, without periods in which nothing changed.
   *
   * @param before their number at the beginning
   * @param total their number at the end
   */
  public record SubscribersAnalyticsView(
      LocalDate startDate,
      LocalDate endDate,
      String granularity,
      long before,
      long total,
      List<SubscriberPeriod> periods) {}
}
