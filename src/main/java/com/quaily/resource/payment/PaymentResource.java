package com.quaily.resource.payment;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.NotImplemented;
import com.quaily.resource.api.NotImplementedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * Payment endpoints that clients know but that are not yet implemented. They return 501 with an
 * error code, so that clients can distinguish them from wrong URLs.
 */
@SuppressWarnings("DoNotCallSuggester") // Existing clients call it and handle the error.
@Path("/auxilia")
@NotImplemented
public final class PaymentResource {

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "List the caller's orders")
  @GET
  @Path("/orders/me")
  public ApiResponse<Void> myOrders() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Get an order")
  @GET
  @Path("/orders/{id}")
  public ApiResponse<Void> order(@PathParam("id") String id) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "List a channel's orders")
  @GET
  @Path("/orders/lists/{list}")
  public ApiResponse<Void> channelOrders(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Order a paid subscription")
  @POST
  @Path("/orders/lists/{list}/upgrade")
  public ApiResponse<Void> upgrade(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Get a channel's income in a year")
  @GET
  @Path("/lists/{list}/incomes")
  public ApiResponse<Void> incomes(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Get a channel's payment settings")
  @GET
  @Path("/lists/{list}/payments")
  public ApiResponse<Void> payments(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update a channel's referral settings")
  @PUT
  @Path("/lists/{list}/payments/referral")
  public ApiResponse<Void> updateReferral(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update a channel's cryptocurrency settings")
  @PUT
  @Path("/lists/{list}/payments/crypto")
  public ApiResponse<Void> updateCrypto(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update a channel's payment settings")
  @PUT
  @Path("/lists/{list}/payments/fiat")
  public ApiResponse<Void> updateFiat(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Get the caller's payout settings")
  @GET
  @Path("/payouts")
  public ApiResponse<Void> payouts() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Update the caller's payout settings")
  @PUT
  @Path("/payouts")
  public ApiResponse<Void> updatePayouts() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "List the caller's payouts")
  @GET
  @Path("/payouts/items")
  public ApiResponse<Void> payoutItems() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Get the caller's tax information")
  @GET
  @Path("/me/tax")
  public ApiResponse<Void> tax() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Submit tax information")
  @POST
  @Path("/me/tax")
  public ApiResponse<Void> submitTax() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Submit a proof of residence for taxes")
  @POST
  @Path("/me/tax/proof")
  public ApiResponse<Void> submitTaxProof() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Buy credit")
  @POST
  @Path("/credits/topup")
  public ApiResponse<Void> topUp() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the accepted cryptocurrencies")
  @GET
  @Path("/cryptos")
  public ApiResponse<Void> cryptos() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a cryptocurrency by its symbol")
  @GET
  @Path("/cryptos/{symbol}")
  public ApiResponse<Void> crypto(@PathParam("symbol") String symbol) {
    throw new NotImplementedException();
  }
}
