package com.quaily.resource.credit;

import com.quaily.model.Caller;
import com.quaily.model.credit.CreditAccount;
import com.quaily.model.credit.CreditEntry;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.SliceView;
import com.quaily.service.credit.CreditService;
import com.quaily.service.credit.CreditService.Charge;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** The caller's credit. */
@Path("/auxilia")
public final class CreditResource {

  private final CreditService creditService;

  public CreditResource(CreditService creditService) {
    this.creditService = creditService;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.CREDIT_READ)
  @Operation(summary = "Get the caller's balance")
  @GET
  @Path("/credits/balance")
  public ApiResponse<CreditView> balance(@Context Caller caller) {
    return ApiResponse.of(CreditView.of(creditService.account(caller)));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.CREDIT_READ)
  @Operation(summary = "List the entries of the caller's credit account, newest first")
  @GET
  @Path("/credits/ledger")
  public ApiResponse<SliceView<CreditLedgerView>> ledger(
      @Context Caller caller, @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.of(
            creditService.ledger(caller, slice.offset(), slice.limit()), CreditLedgerView::of));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.CREDIT_FULL)
  @Operation(summary = "Spend the caller's credit; each source is charged once")
  @POST
  @Path("/credits/consume")
  public ApiResponse<CreditLedgerView> consume(@Context Caller caller, ConsumeRequest body) {
    return ApiResponse.of(
        CreditLedgerView.of(creditService.consume(caller, RequestBodies.require(body).charge())));
  }

  /** An amount to spend. */
  public record ConsumeRequest(
      BigDecimal amountCredit, String sourceType, String sourceId, Map<String, Object> meta) {

    Charge charge() {
      return new Charge(amountCredit, sourceType, sourceId, meta);
    }
  }

  /** A credit account. */
  public record CreditView(
      long id,
      long userId,
      BigDecimal balanceCredit,
      int status,
      Instant createdAt,
      Instant updatedAt) {

    static CreditView of(CreditAccount account) {
      return new CreditView(
          account.id(),
          account.userId(),
          plain(account.balance()),
          account.status(),
          account.createdAt(),
          account.updatedAt());
    }
  }

  /**
   * An entry of a credit account.
   *
   * @param rateUsdToCredit credit per US dollar
   */
  public record CreditLedgerView(
      long id,
      long userId,
      long orderId,
      String action,
      BigDecimal amountCredit,
      BigDecimal balanceAfter,
      BigDecimal rateUsdToCredit,
      String currency,
      String sourceType,
      String sourceId,
      Map<String, Object> meta,
      Instant createdAt) {

    static CreditLedgerView of(CreditEntry entry) {
      return new CreditLedgerView(
          entry.id(),
          entry.userId(),
          entry.orderId(),
          entry.action(),
          plain(entry.amount()),
          plain(entry.balanceAfter()),
          BigDecimal.ONE,
          entry.currency(),
          entry.sourceType(),
          entry.sourceId(),
          entry.meta(),
          entry.createdAt());
    }
  }

  /** Without trailing zeros, and never in scientific notation. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
