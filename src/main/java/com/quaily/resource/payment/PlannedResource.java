package com.quaily.resource.payment;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.Answer;
import com.quaily.resource.api.Planned;
import com.quaily.resource.api.PlannedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * Endpoints about money that clients know and this server does not have yet. They answer 501 with
 * its code, so that a client can tell them from mistaken addresses.
 */
@SuppressWarnings("DoNotCallSuggester") // Called by clients, who are told what the failure means.
@Path("/auxilia")
@Planned
public final class PlannedResource {

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "The caller's orders")
  @GET
  @Path("/orders/me")
  public Answer<Void> myOrders() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "An order")
  @GET
  @Path("/orders/{id}")
  public Answer<Void> order(@PathParam("id") String id) {
    throw new PlannedException();
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "The orders of a channel")
  @GET
  @Path("/orders/lists/{list}")
  public Answer<Void> channelOrders(@PathParam("list") String list) {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Orders a premium subscription")
  @POST
  @Path("/orders/lists/{list}/upgrade")
  public Answer<Void> upgrade(@PathParam("list") String list) {
    throw new PlannedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "What a channel earned in a year")
  @GET
  @Path("/lists/{list}/incomes")
  public Answer<Void> incomes(@PathParam("list") String list) {
    throw new PlannedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "How a channel is paid")
  @GET
  @Path("/lists/{list}/payments")
  public Answer<Void> payments(@PathParam("list") String list) {
    throw new PlannedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Changes what a channel pays for referrals")
  @PUT
  @Path("/lists/{list}/payments/referral")
  public Answer<Void> updateReferral(@PathParam("list") String list) {
    throw new PlannedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Changes how a channel takes crypto currencies")
  @PUT
  @Path("/lists/{list}/payments/crypto")
  public Answer<Void> updateCrypto(@PathParam("list") String list) {
    throw new PlannedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Changes how a channel takes money")
  @PUT
  @Path("/lists/{list}/payments/fiat")
  public Answer<Void> updateFiat(@PathParam("list") String list) {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Where the caller is paid out to")
  @GET
  @Path("/payouts")
  public Answer<Void> payouts() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Changes where the caller is paid out to")
  @PUT
  @Path("/payouts")
  public Answer<Void> updatePayouts() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "What was paid out to the caller")
  @GET
  @Path("/payouts/items")
  public Answer<Void> payoutItems() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "The caller's tax information")
  @GET
  @Path("/me/tax")
  public Answer<Void> tax() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Hands in tax information")
  @POST
  @Path("/me/tax")
  public Answer<Void> submitTax() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Buys credit")
  @POST
  @Path("/credits/topup")
  public Answer<Void> topUp() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The crypto currencies that are taken")
  @GET
  @Path("/cryptos")
  public Answer<Void> cryptos() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "A crypto currency by its symbol")
  @GET
  @Path("/cryptos/{symbol}")
  public Answer<Void> crypto(@PathParam("symbol") String symbol) {
    throw new PlannedException();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "What a report of abuse would be about")
  @GET
  @Path("/reports/opponent")
  public Answer<Void> reportOpponent() {
    throw new PlannedException();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Reports abuse")
  @POST
  @Path("/reports")
  public Answer<Void> report() {
    throw new PlannedException();
  }
}
