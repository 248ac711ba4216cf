package com.quaily.service.composer;

import com.quaily.ai.proxy.Answer;
import com.quaily.ai.proxy.CallControl;
import com.quaily.ai.proxy.CallFailure;
import com.quaily.ai.proxy.Proxy;
import com.quaily.ai.proxy.ProxyCall;
import com.quaily.model.JsonText;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Usage;
import java.util.Map;

/** The proxy without a model: extracts the answers to some prompts from the text. */
public final class LocalProxy implements Proxy {

  private final LocalComposer composer;

  public LocalProxy(LocalComposer composer) {
    this.composer = composer;
  }

  @Override
  public Answer call(ProxyCall call, CallControl control) throws CallFailure {
    String title = call.input().getOrDefault("title", "");
    String content = call.input().getOrDefault("content", "");
    Map<String, Object> made =
        switch (call.kind()) {
          case "metadata" ->
              Map.of(
                  "slug", composer.slug(title, content),
                  "summary", composer.summary(title, content),
                  "tags", composer.tags(title, content));
          case "thread" -> Map.of("tweets", composer.tweets(title, content));
          default ->
              throw new CallFailure(Outcome.REQUEST, "there is no local answer to " + call.kind());
        };
    return new Answer(JsonText.write(made), Usage.NONE, false);
  }
}
