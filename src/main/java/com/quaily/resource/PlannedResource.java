package com.quaily.resource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.Response.Status;

/**
 * Endpoints about money that clients know and this server does not have yet. They answer 501 with
 * its code, so that a client can tell them from mistaken addresses.
 */
@SuppressWarnings("DoNotCallSuggester") // Called by clients, who are told what the failure means.
@Path("/auxilia")
public final class PlannedResource {

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "The caller's orders",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/orders/me")
  public Answer<Void> myOrders() {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "An order",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/orders/{id}")
  public Answer<Void> order(@PathParam("id") String id) {
    throw planned();
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(
      summary = "The orders of a channel",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/orders/lists/{list}")
  public Answer<Void> channelOrders(@PathParam("list") String list) {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "Orders a premium subscription",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @POST
  @Path("/orders/lists/{list}/upgrade")
  public Answer<Void> upgrade(@PathParam("list") String list) {
    throw planned();
  }

  @Access(Access.Level.OWNER)
  @Operation(
      summary = "What a channel earned in a year",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/lists/{list}/incomes")
  public Answer<Void> incomes(@PathParam("list") String list) {
    throw planned();
  }

  @Access(Access.Level.OWNER)
  @Operation(
      summary = "How a channel is paid",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/lists/{list}/payments")
  public Answer<Void> payments(@PathParam("list") String list) {
    throw planned();
  }

  @Access(Access.Level.OWNER)
  @Operation(
      summary = "Changes what a channel pays for referrals",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @PUT
  @Path("/lists/{list}/payments/referral")
  public Answer<Void> updateReferral(@PathParam("list") String list) {
    throw planned();
  }

  @Access(Access.Level.OWNER)
  @Operation(
      summary = "Changes how a channel takes crypto currencies",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @PUT
  @Path("/lists/{list}/payments/crypto")
  public Answer<Void> updateCrypto(@PathParam("list") String list) {
    throw planned();
  }

  @Access(Access.Level.OWNER)
  @Operation(
      summary = "Changes how a channel takes money",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @PUT
  @Path("/lists/{list}/payments/fiat")
  public Answer<Void> updateFiat(@PathParam("list") String list) {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "Where the caller is paid out to",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/payouts")
  public Answer<Void> payouts() {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "Changes where the caller is paid out to",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @PUT
  @Path("/payouts")
  public Answer<Void> updatePayouts() {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "What was paid out to the caller",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/payouts/items")
  public Answer<Void> payoutItems() {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "The caller's tax information",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/me/tax")
  public Answer<Void> tax() {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "Hands in tax information",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @POST
  @Path("/me/tax")
  public Answer<Void> submitTax() {
    throw planned();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(
      summary = "Buys credit",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @POST
  @Path("/credits/topup")
  public Answer<Void> topUp() {
    throw planned();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "The crypto currencies that are taken",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/cryptos")
  public Answer<Void> cryptos() {
    throw planned();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "A crypto currency by its symbol",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/cryptos/{symbol}")
  public Answer<Void> crypto(@PathParam("symbol") String symbol) {
    throw planned();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "What a report of abuse would be about",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @GET
  @Path("/reports/opponent")
  public Answer<Void> reportOpponent() {
    throw planned();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "Reports abuse",
      extensions =
          @Extension(
              name = ApiDescription.PLANNED,
              properties = @ExtensionProperty(name = "status", value = "501")))
  @POST
  @Path("/reports")
  public Answer<Void> report() {
    throw planned();
  }

  private static ServerErrorException planned() {
    return new ServerErrorException(Status.NOT_IMPLEMENTED);
  }
}
