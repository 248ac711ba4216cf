package com.quaily.service.challenge;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.http.RemoteJson;
import com.quaily.service.http.RemoteJson.Reply;
import java.io.IOException;
import java.util.Map;

/** Cloudflare Turnstile: its script produces a token, which its server verifies once. */
public final class Turnstile implements ChallengeProvider {

  /** The maximum token length in its documentation. */
  private static final int MAX_TOKEN = 2048;

  private final ChallengeSettings.Turnstile settings;
  private final RemoteJson remote;

  public Turnstile(ChallengeSettings.Turnstile settings) {
    this.settings = settings;
    this.remote = new RemoteJson(settings.timeout(), RemoteJson.SHORT);
  }

  @Override
  public String siteKey() {
    return settings.siteKey();
  }

  @Override
  public Challenge challenge() {
    return new Challenge("turnstile", siteKey(), null, 0);
  }

  @Override
  public void verify(Solution solution) {
    String token = solution.token() == null ? "" : solution.token();
    if (token.isEmpty() || token.length() > MAX_TOKEN) {
      throw failed();
    }
    Reply reply = ask(token, solution.address());
    String action = reply.text("action");
    boolean rightAction = action.isEmpty() || action.equals(solution.action().wireName());
    if (!reply.isTrue("success") || !rightAction) {
      throw failed();
    }
  }

  private Reply ask(String token, String address) {
    try {
      Reply reply =
          remote.post(
              settings.verifyUrl(),
              Map.of("secret", settings.secretKey(), "response", token, "remoteip", address));
      if (reply.status() != 200 || !reply.body().path("success").isBoolean()) {
        throw unavailable(new IOException("status " + reply.status() + " " + reply.body()));
      }
      return reply;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static UnavailableException unavailable(IOException cause) {
    return new UnavailableException(ErrorCode.CHALLENGE_UNAVAILABLE, cause);
  }

  private static InvalidException failed() {
    return new InvalidException(
        ErrorCode.CHALLENGE_FAILED, "challenge-token", "the challenge was not solved; try again");
  }
}
