package com.quaily.ai.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.Routing.Candidate;
import com.quaily.ai.scheduler.Routing.Need;
import com.quaily.ai.scheduler.Routing.Route;
import com.quaily.model.ai.AiRequest.Preference;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.error.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final Candidate small = candidate("small", ModelClass.SMALL, 0);
  private final Candidate large = candidate("large", ModelClass.LARGE, 0);
  private final Candidate local = new Candidate(ProxySpec.local(), 0, 0, 0, Optional.empty(), 0);

  private static Candidate candidate(String name, ModelClass modelClass, int running) {
    return candidate(name, modelClass, running, new ProxySpec.Price(1, 1), 1, 0);
  }

  private static Candidate candidate(
      String name,
      ModelClass modelClass,
      int running,
      ProxySpec.Price price,
      int weight,
      long latency) {
    ProxySpec spec =
        new ProxySpec(
            name,
            name.startsWith("claude") ? ProxyKind.ANTHROPIC : ProxyKind.OPENAI,
            URI.create("http://127.0.0.1:1"),
            "",
            "model-" + name,
            modelClass,
            new ProxySpec.Limits(4, 10, 1_000, 5_000, name.startsWith("seeing")),
            price,
            weight,
            Duration.ofSeconds(1));
    return new Candidate(spec, running, 0, 0, Optional.empty(), latency);
  }

  private static Candidate away(Candidate it, int seconds) {
    return it.awayUntil(NOW.plusSeconds(seconds));
  }

  private static Candidate used(Candidate it, int calls, long tokens) {
    return new Candidate(it.spec(), it.running(), calls, tokens, it.awayUntil(), it.latency());
  }

  private static Need need(ModelClass modelClass) {
    return new Need(
        modelClass, true, false, 100, 200, Preference.NONE, false, Set.of(), Set.of(), false);
  }

  private static Need need(Preference preference, boolean batch, Set<String> avoided) {
    return new Need(
        ModelClass.SMALL, true, false, 100, 200, preference, batch, avoided, Set.of(), false);
  }

  private static Route route(Need need, Candidate... candidates) {
    return Routing.choose(need, List.of(candidates), Strategy.LEAST_LOADED, NOW);
  }

  private static String chosen(Route route) {
    return assertInstanceOf(Route.To.class, route).candidate().spec().name();
  }

  @Test
  void aTaskGoesToItsClassOfModel() {
    assertEquals("small", chosen(route(need(ModelClass.SMALL), large, small, local)));
    assertEquals("large", chosen(route(need(ModelClass.LARGE), small, large, local)));
  }

  @Test
  void theOtherClassServesWhenNoneOfItsOwnIsAvailable() {
    assertEquals("large", chosen(route(need(ModelClass.SMALL), away(small, 9), large, local)));
    assertEquals("small", chosen(route(need(ModelClass.LARGE), small, away(large, 9), local)));
  }

  @Test
  void theLocalProxyComesLast() {
    assertEquals(
        "local", chosen(route(need(ModelClass.SMALL), away(small, 9), away(large, 9), local)));
  }

  @Test
  void aTaskWaitsForASlotRatherThanTakingADearerModel() {
    Candidate full = candidate("small", ModelClass.SMALL, 4);

    assertInstanceOf(Route.Full.class, route(need(ModelClass.SMALL), full, large, local));
  }

  @Test
  void theCallersPreferenceComesFirstAndIsNoCondition() {
    Candidate claude = candidate("claude", ModelClass.LARGE, 0);
    Need wish = need(new Preference("anthropic", "", ""), false, Set.of());

    assertEquals("claude", chosen(route(wish, small, claude)));
    assertEquals("small", chosen(route(wish, small, away(claude, 5))));
    assertEquals(
        "large",
        chosen(route(need(new Preference("", "", "large"), false, Set.of()), small, large)));
    assertEquals(
        "large",
        chosen(route(need(new Preference("", "model-large", ""), false, Set.of()), small, large)));
  }

  @Test
  void anImageGoesToAModelThatSees() {
    Need image =
        new Need(
            ModelClass.SMALL,
            false,
            false,
            9,
            99,
            Preference.NONE,
            false,
            Set.of(),
            Set.of(),
            true);
    Candidate seeing = candidate("seeing", ModelClass.LARGE, 3);

    assertEquals("seeing", chosen(route(image, small, seeing, local)));
    assertEquals(
        ErrorCode.AI_NO_VISION,
        assertInstanceOf(Route.Impossible.class, route(image, small, large, local)).code());
  }

  @Test
  void eachStrategyHasItsOrder() {
    Candidate busy = candidate("a", ModelClass.SMALL, 2, new ProxySpec.Price(1, 1), 1, 50);
    Candidate idle = candidate("b", ModelClass.SMALL, 0, new ProxySpec.Price(9, 9), 1, 900);
    Candidate heavy =
        used(candidate("c", ModelClass.SMALL, 3, new ProxySpec.Price(5, 5), 9, 500), 3, 3);
    List<Candidate> all = List.of(used(busy, 1, 1), used(idle, 1, 1), heavy);
    Need need = need(ModelClass.SMALL);

    assertEquals("b", chosen(Routing.choose(need, all, Strategy.LEAST_LOADED, NOW)));
    assertEquals("a", chosen(Routing.choose(need, all, Strategy.CHEAPEST, NOW)));
    assertEquals("a", chosen(Routing.choose(need, all, Strategy.LOWEST_LATENCY, NOW)));
    assertEquals("c", chosen(Routing.choose(need, all, Strategy.WEIGHTED, NOW)));
  }

  @Test
  void aProxyThatFailedIsAvoidedWhileThereIsAnother() {
    Need retried = need(Preference.NONE, false, Set.of("small"));

    assertEquals("large", chosen(route(retried, small, large)));
    assertEquals("small", chosen(route(retried, small)));
  }

  @Test
  void batchesLeaveASlotForPeopleWhoWait() {
    Candidate almostFull = candidate("small", ModelClass.SMALL, 3);

    assertEquals("small", chosen(route(need(ModelClass.SMALL), almostFull)));
    assertInstanceOf(Route.Full.class, route(need(Preference.NONE, true, Set.of()), almostFull));
  }

  @Test
  void whenAllAreAwayTheTaskWaitsForTheEarliest() {
    Need noLocal =
        new Need(
            ModelClass.SMALL,
            false,
            false,
            1,
            2,
            Preference.NONE,
            false,
            Set.of(),
            Set.of(),
            false);
    Route.Wait wait =
        assertInstanceOf(Route.Wait.class, route(noLocal, away(small, 60), away(large, 20), local));

    assertEquals(NOW.plusSeconds(20), wait.until());
  }

  @Test
  void aProxyAtItsRateIsLeftAlone() {
    Candidate many = used(small, 10, 10);
    Candidate much = used(small, 1, 900);

    assertEquals("large", chosen(route(need(ModelClass.SMALL), many, large)));
    assertEquals("large", chosen(route(need(ModelClass.SMALL), much, large)));
  }

  @Test
  void whatNoProxyCanDoIsSaid() {
    Need huge =
        new Need(
            ModelClass.SMALL,
            false,
            false,
            9_000,
            9_100,
            Preference.NONE,
            false,
            Set.of(),
            Set.of(),
            false);
    Need chat =
        new Need(
            ModelClass.SMALL,
            false,
            false,
            1,
            2,
            Preference.NONE,
            false,
            Set.of(),
            Set.of(),
            false);

    assertEquals(ErrorCode.AI_TOO_LONG, impossible(route(huge, small, large, local)));
    assertEquals(ErrorCode.AI_NOT_CONFIGURED, impossible(route(chat, local)));
  }

  private static ErrorCode impossible(Route route) {
    return assertInstanceOf(Route.Impossible.class, route).code();
  }
}
