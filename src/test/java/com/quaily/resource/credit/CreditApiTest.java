package com.quaily.resource.credit;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.service.credit.CreditService.Charge;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class CreditApiTest {

  private final TestInstance instance;
  private final ApiClient underTest;

  CreditApiTest(TestInstance instance) {
    this.instance = instance;
    underTest = new ApiClient(instance).login(ApiClient.newEmail());
  }

  private void grant(int amount) {
    long userId = underTest.get("/users/me").data().get("id").asLong();
    instance
        .instance()
        .modules()
        .orElseThrow()
        .credit()
        .creditService()
        .grant(userId, "topup", new Charge(BigDecimal.valueOf(amount), "test", "1", Map.of()));
  }

  private BigDecimal balance() {
    return underTest.get("/auxilia/credits/balance").data().get("balance_credit").decimalValue();
  }

  private Reply consume(Object amount, String sourceId) {
    return underTest.post(
        "/auxilia/credits/consume",
        json("amount_credit", amount, "source_type", "test", "source_id", sourceId));
  }

  @Test
  void spendingIsRecordedInTheLedger() {
    grant(100);
    assertEquals(200, consume(new BigDecimal("0.25"), "a").status());

    assertEquals(new BigDecimal("99.75"), balance());
    JsonNode ledger = underTest.get("/auxilia/credits/ledger").data();
    assertEquals(2, ledger.at("/pagination/total").asInt());
    assertEquals("consume", ledger.at("/items/0/action").textValue());
    assertEquals(new BigDecimal("-0.25"), ledger.at("/items/0/amount_credit").decimalValue());
    assertEquals(new BigDecimal("99.75"), ledger.at("/items/0/balance_after").decimalValue());
    assertEquals("topup", ledger.at("/items/1/action").textValue());
  }

  @Test
  void aSourceIsChargedOnce() {
    grant(10);

    JsonNode first = consume(4, "order-1").data();
    JsonNode second = consume(4, "order-1").data();

    assertEquals(first, second);
    assertEquals(0, BigDecimal.valueOf(6).compareTo(balance()));
  }

  @Test
  void concurrentRequestsCannotOverdrawABalance() throws Exception {
    grant(50);
    ExecutorService pool = Executors.newFixedThreadPool(16);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      String source = "thing-" + i;
      answers.add(pool.submit(() -> consume(1, source).status()));
    }
    int paid = 0;
    for (Future<Integer> answer : answers) {
      paid += answer.get() == 200 ? 1 : 0;
    }
    pool.shutdown();

    assertEquals(50, paid);
    assertEquals(0, balance().signum());
    assertEquals(ErrorCode.CREDIT_SHORT.number(), consume(1, "one-more").code());
  }

  @Test
  void invalidAmountsAreRejected() {
    for (String amount : List.of("0", "-1", "1e999", "1e-999", "0.123456789", "\"x\"", "null")) {
      assertEquals(
          422,
          underTest.post("/auxilia/credits/consume", "{\"amount_credit\":" + amount + "}").status(),
          amount);
    }
  }

  @Test
  void anUnusedAccountHasABalanceOfZero() {
    assertEquals(0, balance().signum());
    assertEquals(401, new ApiClient(instance).get("/auxilia/credits/balance").status());
  }

  @Test
  void currenciesAndCountriesAreThoseInUse() {
    JsonNode yen = underTest.get("/auxilia/currencies/jpy").data();
    assertEquals(0, yen.get("decimals").asInt());
    assertEquals("392", yen.get("numeric_code").textValue());
    JsonNode all = underTest.get("/auxilia/currencies").data();
    assertTrue(all.findValuesAsText("code").contains("EUR"));
    assertTrue(!all.findValuesAsText("code").contains("DEM"));
    JsonNode japan = underTest.get("/auxilia/countries/alpha-2/jp").data();
    assertEquals("JPN", japan.get("alpha_3").textValue());
    assertEquals("JPY", japan.get("currency").textValue());
    assertEquals("🇯🇵", japan.get("emoji").textValue());
    assertTrue(underTest.get("/auxilia/countries").data().size() > 240);
    assertEquals(
        ErrorCode.COUNTRY_NOT_FOUND.number(),
        underTest.get("/auxilia/countries/alpha-2/zz").code());
    assertEquals(
        ErrorCode.CURRENCY_NOT_FOUND.number(), underTest.get("/auxilia/currencies/dem").code());
  }

  @Test
  void aReferralCodeIsPermanentAndIdentifiesItsOwner() {
    String code = underTest.get("/auxilia/referrals/code").data().get("code").textValue();

    assertEquals(code, underTest.get("/auxilia/referrals/code").data().get("code").textValue());
    assertEquals(
        underTest.get("/users/me").data().get("id"),
        new ApiClient(instance).get("/auxilia/referrals/referrer?code=" + code).data().get("id"));
    assertEquals(
        ErrorCode.REFERRAL_NOT_FOUND.number(),
        underTest.get("/auxilia/referrals/referrer?code=x").code());
  }

  @Test
  void unimplementedOperationsAreMarked() {
    for (String path : List.of("/auxilia/payouts", "/auxilia/orders/me", "/auxilia/cryptos")) {
      Reply reply = underTest.get(path);
      assertEquals(501, reply.status(), path);
      assertEquals(ErrorCode.NOT_IMPLEMENTED.number(), reply.code());
    }
    JsonNode description = underTest.get("/openapi.json").body();
    assertTrue(description.at("/paths/~1auxilia~1payouts/get/responses/501").isObject());
  }
}
