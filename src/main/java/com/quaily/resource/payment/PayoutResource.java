package com.quaily.resource.payment;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.NotImplemented;
import com.quaily.resource.api.NotImplementedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/**
 * Connections with payment providers, which clients know and which are not yet implemented; see
 * {@link PaymentResource}.
 */
@SuppressWarnings("DoNotCallSuggester") // Existing clients call it and handle the error.
@Path("/auxilia")
@NotImplemented
public final class PayoutResource {

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Update the caller's payout in cryptocurrency")
  @PUT
  @Path("/payouts/crypto")
  public ApiResponse<Void> updateCrypto() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Update the caller's payout by PayPal")
  @PUT
  @Path("/payouts/paypal")
  public ApiResponse<Void> updatePaypal() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Update the caller's payout by Wise")
  @PUT
  @Path("/payouts/wise")
  public ApiResponse<Void> updateWise() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Register a wallet for payouts")
  @POST
  @Path("/payouts/evm/register")
  public ApiResponse<Void> registerWallet() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Remove a wallet for payouts")
  @POST
  @Path("/payouts/evm/unregister")
  public ApiResponse<Void> removeWallet() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Connect with Stripe")
  @GET
  @Path("/stripe/express")
  public ApiResponse<Void> connectStripe() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Get a URL for logging in at Stripe")
  @GET
  @Path("/stripe/express/login")
  public ApiResponse<Void> stripeLogin() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Connect with PayPal")
  @POST
  @Path("/paypal/connect")
  public ApiResponse<Void> connectPaypal() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Disconnect from PayPal")
  @DELETE
  @Path("/paypal/connect")
  public ApiResponse<Void> disconnectPaypal() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Get a URL for logging in at PayPal")
  @GET
  @Path("/paypal/connect/login")
  public ApiResponse<Void> paypalLogin() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Query Discord for the settings of a channel")
  @GET
  @Path("/proxy/discord")
  public ApiResponse<Void> discord() {
    throw new NotImplementedException();
  }
}
