package com.quaily.resource.credit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.model.Caller;
import com.quaily.model.credit.Country;
import com.quaily.model.credit.CurrencyInfo;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.view.UserView;
import com.quaily.resource.view.UserViews;
import com.quaily.service.credit.ReferenceData;
import com.quaily.service.credit.ReferralService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Currencies, countries and referral codes. */
@Path("/auxilia")
public final class ReferenceDataResource {

  private final ReferenceData catalog;
  private final ReferralService referralService;
  private final UserViews userViews;

  public ReferenceDataResource(
      ReferenceData catalog, ReferralService referralService, UserViews userViews) {
    this.catalog = catalog;
    this.referralService = referralService;
    this.userViews = userViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the supported currencies")
  @GET
  @Path("/currencies")
  public ApiResponse<List<CurrencyInfo>> currencies() {
    return ApiResponse.of(catalog.currencies());
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a currency by its code")
  @GET
  @Path("/currencies/{code}")
  public ApiResponse<CurrencyInfo> currency(@PathParam("code") String code) {
    return ApiResponse.of(catalog.currency(code));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List all countries")
  @GET
  @Path("/countries")
  public ApiResponse<List<CountryView>> countries() {
    return ApiResponse.of(catalog.countries().stream().map(CountryView::of).toList());
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a country by its two-letter code")
  @GET
  @Path("/countries/alpha-2/{code}")
  public ApiResponse<CountryView> country(@PathParam("code") String code) {
    return ApiResponse.of(CountryView.of(catalog.countryByAlpha2(code)));
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Get the caller's referral code")
  @GET
  @Path("/referrals/code")
  public ApiResponse<ReferralView> referralCode(@Context Caller caller) {
    return ApiResponse.of(new ReferralView(referralService.code(caller)));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the user that a referral code belongs to")
  @GET
  @Path("/referrals/referrer")
  public ApiResponse<UserView> referrer(@QueryParam("code") String code) {
    return ApiResponse.of(userViews.open(referralService.referrer(code)));
  }

  /** A country. */
  public record CountryView(
      @JsonProperty("alpha_2") String alpha2,
      @JsonProperty("alpha_3") String alpha3,
      String name,
      String emoji,
      String currency) {

    static CountryView of(Country country) {
      return new CountryView(
          country.alpha2(), country.alpha3(), country.name(), country.emoji(), country.currency());
    }
  }

  /** A referral code. */
  public record ReferralView(String code) {}
}
