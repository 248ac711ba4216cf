package com.quaily.resource.ai;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.account.Operators;
import com.quaily.service.ai.AiReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** What operators want to know of AI tasks. */
@Path("/operator/ai")
public final class AiReportResource {

  private static final int LONGEST = 31;

  private final Operators operators;
  private final AiReport report;

  public AiReportResource(Operators operators, AiReport report) {
    this.operators = operators;
    this.report = report;
  }

  @Access(Access.Level.OPERATOR)
  @Operation(
      summary = "Show the operator the queue of AI tasks, the proxies, and tokens and money used")
  @GET
  public ApiResponse<AiReportView> get(
      @Context Caller caller,
      @Parameter(description = "Days that are summed up, 1 to " + LONGEST)
          @DefaultValue("7")
          @QueryParam("days")
          int days) {
    operators.require(caller);
    int shown = Math.max(1, Math.min(days, LONGEST));
    return ApiResponse.of(AiReportView.of(report.state(), report.queue(), report.usage(shown)));
  }
}
