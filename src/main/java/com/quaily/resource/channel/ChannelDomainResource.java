package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.service.domain.DomainService;
import com.quaily.service.domain.DomainService.DomainCheck;
import com.quaily.service.domain.DomainService.DomainInput;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Custom domains. */
@Path("/lists")
public final class ChannelDomainResource {

  private final DomainService domainService;
  private final ChannelViews channelViews;

  public ChannelDomainResource(DomainService domainService, ChannelViews channelViews) {
    this.domainService = domainService;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.OWNER_SESSION)
  @Operation(summary = "Change the channel's custom domain; a new domain must be verified")
  @PUT
  @Path("/{list}/domain")
  public ApiResponse<ChannelView> update(
      @Context Caller caller, @PathParam("list") String list, ListDomainRequest body) {
    ListDomainRequest domain = RequestBodies.require(body);
    return ApiResponse.of(
        channelViews.whole(
            domainService.update(
                caller,
                list,
                new DomainInput(
                    domain.customDomainEnabled(), domain.domain(), domain.canonicalBase())),
            Optional.of(caller)));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Get the DNS records to set for the channel's domain")
  @GET
  @Path("/{list}/domain")
  public ApiResponse<ListDomainView> records(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(view(domainService.records(caller, list)));
  }

  @Access(Access.Level.OWNER)
  @Operation(
      summary =
          "Verify that the domain points to this site and belongs to the channel; report the DNS"
              + " records found")
  @POST
  @Path("/{list}/domain/verify")
  @RateLimited(name = "domain", perHour = 120, atOnce = 20)
  public ApiResponse<ListDomainView> verify(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(view(domainService.verify(caller, list)));
  }

  private static ListDomainView view(DomainCheck check) {
    return new ListDomainView(
        check.channel().domainWanted(),
        check.channel().domain(),
        check.channel().canonicalBase(),
        check.channel().domainStatus().ordinal(),
        check.channel().domainCheckExpiredAt(),
        check.channel().domainCheckCount(),
        check.expected().alias(),
        check.expected().ownAlias(),
        check.expected().addresses(),
        check.expected().textName(),
        check.expected().text(),
        check.look().leadsHere(),
        check.look().owned(),
        check.look().found());
  }

  /** Body of {@code PUT …/domain}; omitted fields keep their values. */
  public record ListDomainRequest(
      Boolean customDomainEnabled, String domain, String canonicalBase) {}

  /**
   * The result of a domain check.
   *
   * @param expectedAlias the required target of its CNAME record; empty when it must have addresses
   * @param expectedOwnAlias a target that proves ownership too, so that no TXT record is needed
   * @param expectedAddresses alternatively, the required values of its A and AAAA records
   * @param expectedTextName the name of the TXT record that proves ownership
   * @param expectedText its value
   * @param leadsHere whether the domain points here
   * @param owned whether the channel has proved that it owns the domain
   * @param found the values found
   */
  public record ListDomainView(
      boolean customDomainEnabled,
      String domain,
      String canonicalBase,
      int domainStatus,
      @Nullable Instant domainCheckExpiredAt,
      int domainCheckCount,
      String expectedAlias,
      String expectedOwnAlias,
      List<String> expectedAddresses,
      String expectedTextName,
      String expectedText,
      boolean leadsHere,
      boolean owned,
      List<String> found) {}
}
