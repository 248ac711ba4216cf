package com.quaily.resource.credit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.model.credit.Country;
import com.quaily.model.credit.CurrencyInfo;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.api.Answer;
import com.quaily.resource.view.UserView;
import com.quaily.resource.view.UserViews;
import com.quaily.service.credit.Catalogue;
import com.quaily.service.credit.ReferralService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Currencies, countries and referral codes. */
@Path("/auxilia")
public final class CatalogueResource {

  private final Catalogue catalogue;
  private final ReferralService referralService;
  private final UserViews userViews;

  public CatalogueResource(
      Catalogue catalogue, ReferralService referralService, UserViews userViews) {
    this.catalogue = catalogue;
    this.referralService = referralService;
    this.userViews = userViews;
  }

  /** The currencies in use. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The currencies in use")
  @GET
  @Path("/currencies")
  public Answer<List<CurrencyInfo>> currencies() {
    return Answer.of(catalogue.currencies());
  }

  /** A currency. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "A currency by its code")
  @GET
  @Path("/currencies/{code}")
  public Answer<CurrencyInfo> currency(@PathParam("code") String code) {
    return Answer.of(catalogue.currency(code));
  }

  /** The countries of the world. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The countries of the world")
  @GET
  @Path("/countries")
  public Answer<List<CountryView>> countries() {
    return Answer.of(catalogue.countries().stream().map(CountryView::of).toList());
  }

  /** A country. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "A country by its code of two letters")
  @GET
  @Path("/countries/alpha-2/{code}")
  public Answer<CountryView> country(@PathParam("code") String code) {
    return Answer.of(CountryView.of(catalogue.countryByAlpha2(code)));
  }

  /** The caller's code. */
  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "The code by which the caller brings others here")
  @GET
  @Path("/referrals/code")
  public Answer<ReferralView> referralCode(@Context SecurityContext security) {
    return Answer.of(new ReferralView(referralService.code(Callers.require(security))));
  }

  /** Whose code it is. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The user whose code it is")
  @GET
  @Path("/referrals/referrer")
  public Answer<UserView> referrer(@QueryParam("code") String code) {
    return Answer.of(userViews.open(referralService.referrer(code)));
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

  /** A code. */
  public record ReferralView(String code) {}
}
