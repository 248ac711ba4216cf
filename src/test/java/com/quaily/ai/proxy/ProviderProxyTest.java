package com.quaily.ai.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.ai.AiImage;
import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.ai.Outcome;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.AiProviderStub.End;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderProxyTest {

  private final AiProviderStub stub = new AiProviderStub();
  private final Proxies proxies =
      new Proxies(
          List.of(
              spec("openai", ProxyKind.OPENAI, stub.url()),
              spec("anthropic", ProxyKind.ANTHROPIC, stub.url()),
              spec("gemini", ProxyKind.GEMINI, stub.url())),
          Optional.empty(),
          Clock.systemUTC());

  /** The formats that the stub speaks. */
  enum Format {
    OPENAI,
    ANTHROPIC,
    GEMINI;

    String proxy() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ProxySpec spec(String name, ProxyKind kind, String url) {
    return new ProxySpec(
        name,
        kind,
        URI.create(url),
        "secret",
        "model-1",
        ModelClass.SMALL,
        new ProxySpec.Limits(8, 0, 0, 10_000, true),
        new ProxySpec.Price(0, 0),
        1,
        Duration.ofSeconds(2));
  }

  private Answer ask(Format format) throws CallFailure {
    return ask(format, CallControl.silent());
  }

  private Answer ask(Format format, CallControl control) throws CallFailure {
    return proxies.find(format.proxy()).orElseThrow().call(question(), control);
  }

  static ProxyCall question() {
    return new ProxyCall(
        "chat",
        List.of(
            new AiMessage(AiMessage.SYSTEM, "Be short.", true),
            AiMessage.of(AiMessage.USER, "東京?")),
        Map.of(),
        AnswerFormat.PLAINTEXT,
        50);
  }

  private Outcome failure(Format format, Behaviour behaviour) {
    stub.script(question -> behaviour);
    return assertThrows(CallFailure.class, () -> ask(format)).outcome();
  }

  @AfterEach
  void close() {
    proxies.close();
    stub.close();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerComesWithItsTokens(Format format) throws CallFailure {
    StringBuilder parts = new StringBuilder();
    stub.script(question -> Behaviour.text("桜が咲く。🌸"));

    Answer answer = ask(format, new CallControl(parts::append));

    assertEquals("桜が咲く。🌸", answer.text());
    assertEquals("桜が咲く。🌸", parts.toString());
    assertEquals(30, answer.usage().total());
    assertFalse(answer.usage().estimated());
    assertFalse(answer.cut());
  }

  @Test
  void eachProviderIsAskedInItsOwnFormat() throws CallFailure {
    ask(Format.OPENAI);
    ask(Format.ANTHROPIC);
    ask(Format.GEMINI);

    var openAi = stub.questions().get(0);
    assertEquals("/v1/chat/completions", openAi.path());
    assertEquals("Bearer secret", openAi.key());
    assertEquals("Be short.", openAi.body().at("/messages/0/content").textValue());
    assertEquals(50, openAi.body().get("max_tokens").intValue());
    var anthropic = stub.questions().get(1);
    assertEquals("/v1/messages", anthropic.path());
    assertEquals("secret", anthropic.key());
    assertEquals("Be short.", anthropic.body().at("/system/0/text").textValue());
    assertEquals("ephemeral", anthropic.body().at("/system/0/cache_control/type").textValue());
    assertEquals("東京?", anthropic.body().at("/messages/0/content/0/text").textValue());
    var gemini = stub.questions().get(2);
    assertEquals("/v1/models/model-1:streamGenerateContent", gemini.path());
    assertEquals("secret", gemini.key());
    assertEquals("Be short.", gemini.body().at("/systemInstruction/parts/0/text").textValue());
    assertEquals("user", gemini.body().at("/contents/0/role").textValue());
    assertEquals("東京?", gemini.body().at("/contents/0/parts/0/text").textValue());
    assertEquals(50, gemini.body().at("/generationConfig/maxOutputTokens").intValue());
  }

  @Test
  void anImageGoesInEachProvidersOwnFormat() throws CallFailure {
    ProxyCall plain = question();
    AiMessage seen =
        new AiMessage(
            AiMessage.USER, "What is it?", false, List.of(new AiImage("image/webp", "UklGRg==")));
    ProxyCall call =
        new ProxyCall(
            plain.kind(), List.of(seen), Map.of(), plain.format(), plain.maxOutputTokens());
    for (Format format : Format.values()) {
      proxies.find(format.proxy()).orElseThrow().call(call, CallControl.silent());
    }

    var openAi = stub.questions().get(0).body().at("/messages/0/content");
    assertEquals("data:image/webp;base64,UklGRg==", openAi.at("/0/image_url/url").textValue());
    assertEquals("What is it?", openAi.at("/1/text").textValue());
    var anthropic = stub.questions().get(1).body().at("/messages/0/content");
    assertEquals("base64", anthropic.at("/0/source/type").textValue());
    assertEquals("UklGRg==", anthropic.at("/0/source/data").textValue());
    var gemini = stub.questions().get(2).body().at("/contents/0/parts");
    assertEquals("image/webp", gemini.at("/0/inlineData/mimeType").textValue());
    assertEquals("What is it?", gemini.at("/1/text").textValue());
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerAtItsLimitSaysSo(Format format) throws CallFailure {
    stub.script(question -> Behaviour.text("a long").ending(End.LIMIT));

    assertTrue(ask(format).cut());
  }

  @ParameterizedTest
  @EnumSource
  void aStreamWithoutItsEndIsNoAnswer(Format format) {
    Behaviour half = Behaviour.text("half of it");

    assertEquals(Outcome.TRANSIENT, failure(format, half.ending(End.CLEAN_CUT)));
    assertEquals(Outcome.TRANSIENT, failure(format, half.ending(End.BROKEN)));
    assertEquals(Outcome.OVERLOAD, failure(format, half.ending(End.ERROR)));
    assertEquals(Outcome.BLOCKED, failure(format, half.ending(End.REFUSAL)));
    assertEquals(Outcome.BLOCKED, failure(format, Behaviour.text("").ending(End.BLOCKED_QUESTION)));
    assertEquals(Outcome.TRANSIENT, failure(format, Behaviour.silence()));
    assertEquals(
        Outcome.TRANSIENT, failure(format, Behaviour.failure(429, "").ending(End.HANGING)));
  }

  @ParameterizedTest
  @EnumSource
  void failuresAreToldApart(Format format) {
    assertEquals(
        Outcome.RATE,
        failure(format, Behaviour.failure(429, error("rate_limit_error", "slow down"))));
    assertEquals(
        Outcome.MONEY,
        failure(format, Behaviour.failure(429, error("insufficient_quota", "no quota"))));
    assertEquals(
        Outcome.MONEY,
        failure(
            format,
            Behaviour.failure(
                400, error("invalid_request_error", "Your credit balance is too low"))));
    assertEquals(
        Outcome.TOO_LONG,
        failure(format, Behaviour.failure(400, error("context_length_exceeded", "too long"))));
    assertEquals(
        Outcome.REQUEST,
        failure(format, Behaviour.failure(400, error("invalid_request_error", "what?"))));
    assertEquals(
        Outcome.AUTH, failure(format, Behaviour.failure(401, error("bad", "who are you?"))));
    assertEquals(Outcome.OVERLOAD, failure(format, Behaviour.failure(529, "")));
    assertEquals(Outcome.TRANSIENT, failure(format, Behaviour.failure(500, "<html>oops")));
  }

  /** Google's own way to say these things. */
  @Test
  void geminisFailuresAreToldApart() {
    assertEquals(
        Outcome.RATE, failure(Format.GEMINI, geminiError(429, "RESOURCE_EXHAUSTED", "PerMinute")));
    assertEquals(
        Outcome.MONEY, failure(Format.GEMINI, geminiError(429, "RESOURCE_EXHAUSTED", "PerDay")));
    assertEquals(
        Outcome.AUTH,
        failure(
            Format.GEMINI,
            Behaviour.failure(
                400,
                "{\"error\":{\"code\":400,\"message\":\"API key not valid.\","
                    + "\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":"
                    + "\"API_KEY_INVALID\"}]}}")));
    assertEquals(
        Outcome.OVERLOAD,
        failure(
            Format.GEMINI,
            Behaviour.failure(503, "[{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\"}}]")));
    assertEquals(
        Outcome.LENGTH,
        failure(Format.GEMINI, Behaviour.text("").ending(End.LIMIT)),
        "thoughts have used up the limit");
  }

  @Test
  void geminisWishToWaitIsKept() {
    stub.script(question -> geminiError(429, "RESOURCE_EXHAUSTED", "PerMinute"));

    CallFailure failure = assertThrows(CallFailure.class, () -> ask(Format.GEMINI));

    assertEquals(Optional.of(Duration.ofMillis(34_070)), failure.pause());
  }

  private static Behaviour geminiError(int status, String name, String quota) {
    return Behaviour.failure(
        status,
        ("{\"error\":{\"code\":%d,\"message\":\"Quota exceeded.\",\"status\":\"%s\",\"details\":"
                + "[{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":"
                + "[{\"quotaId\":\"GenerateRequests%sPerProject\"}]},"
                + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\","
                + "\"retryDelay\":\"34.07s\"}]}}")
            .formatted(status, name, quota));
  }

  private static String error(String code, String message) {
    return "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}}"
        .formatted(code, code, message);
  }

  @Test
  void theProvidersWishToWaitIsKept() {
    stub.script(question -> Behaviour.failure(429, "{}").with("Retry-After", "4"));

    CallFailure failure = assertThrows(CallFailure.class, () -> ask(Format.OPENAI));

    assertEquals(Optional.of(Duration.ofSeconds(4)), failure.pause());
  }

  @ParameterizedTest
  @EnumSource
  void noCallIsRepeatedByTheProxy(Format format) {
    failure(format, Behaviour.failure(500, "{}"));

    assertEquals(1, stub.questions().size());
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledCallEndsAtTheProvider(Format format) throws Exception {
    stub.script(question -> Behaviour.text("much").ending(End.HANGING));
    CountDownLatch begun = new CountDownLatch(1);
    CallControl control = new CallControl(part -> begun.countDown());
    CompletableFuture<Answer> call =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return ask(format, control);
              } catch (CallFailure e) {
                throw new CompletionException(e);
              }
            });
    assertTrue(begun.await(1, TimeUnit.MINUTES));

    control.cancel();

    Throwable failure = assertThrows(CompletionException.class, call::join).getCause();
    assertEquals(Outcome.CANCELLED, ((CallFailure) failure).outcome());
    assertTrue(stub.sawClientLeave());
  }
}
