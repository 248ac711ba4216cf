package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.model.subscription.ImportReport;
import com.quaily.model.subscription.NewSubscriber;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.subscription.SubscriberImport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Imports subscribers. */
@Path("/auxilia/subscriptions")
public final class SubscriberImportResource {

  private final SubscriberImport memberImport;

  public SubscriberImportResource(SubscriberImport memberImport) {
    this.memberImport = memberImport;
  }

  @Access(value = Access.Level.OWNER, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Subscribe up to 10,000 addresses; returns the number of new subscribers")
  @POST
  @Path("/{list}/members/add")
  public ApiResponse<Integer> add(
      @Context Caller caller, @PathParam("list") String list, MembersRequest body) {
    return ApiResponse.of(
        memberImport.add(caller, list, RequestBodies.require(body).members()).added());
  }

  @Access(value = Access.Level.OWNER, scope = Scope.SUBSCRIBER_FULL)
  @Operation(
      summary = "Subscribe up to 10,000 addresses, or see what would happen; names those refused",
      description =
          "Reasons: `invalid` is no address, `duplicate` is in the request twice, `denied` is on"
              + " the deny list, `suppressed` unsubscribed or bounced, `subscribed` subscribes"
              + " already. With `dry_run` nothing changes.")
  @POST
  @Path("/{list}/members/import")
  public ApiResponse<ImportReportView> importAll(
      @Context Caller caller, @PathParam("list") String list, MembersImportRequest body) {
    MembersImportRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        ImportReportView.of(
            Boolean.TRUE.equals(request.dryRun())
                ? memberImport.preview(caller, list, request.members())
                : memberImport.add(caller, list, request.members())));
  }

  /** Body of {@code POST …/members/add}. */
  public record MembersRequest(List<NewSubscriber> members) {}

  /**
   * Body of {@code POST …/members/import}.
   *
   * @param dryRun true = only report
   */
  public record MembersImportRequest(List<NewSubscriber> members, Boolean dryRun) {}

  /**
   * What became of an import.
   *
   * @param added the number of new subscribers
   * @param refused in the order of the request
   */
  public record ImportReportView(int added, List<RefusedView> refused) {

    static ImportReportView of(ImportReport report) {
      return new ImportReportView(
          report.added(),
          report.refused().stream()
              .map(one -> new RefusedView(one.index(), one.email(), one.reason().wireName()))
              .toList());
    }
  }

  /**
   * An entry that made no new subscriber.
   *
   * @param index in the request, from 0
   * @param reason invalid, duplicate, denied, suppressed or subscribed
   */
  public record RefusedView(int index, String email, String reason) {}
}
