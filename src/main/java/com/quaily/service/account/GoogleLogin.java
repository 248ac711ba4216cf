package com.quaily.service.account;

import com.quaily.model.Limits;
import com.quaily.model.Site;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.account.AuthService.Login;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.crypto.Signatures;
import com.quaily.service.http.RemoteJson;
import com.quaily.service.http.RemoteJson.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * OpenID Connect with Google. The browser returns from Google to the site's login page with a code,
 * which the page submits. A code challenge (RFC 7636) derived from the state binds the code to it,
 * so that a code obtained for another state is useless.
 */
public final class GoogleLogin {

  private static final String CALLBACK = "/login/google";
  private static final String PURPOSE = "google-login";
  private static final int MAX_STATE = 500;

  private final Optional<GoogleSettings> settings;
  private final Optional<RemoteJson> remote;
  private final AuthService authService;
  private final Signatures signatures;
  private final Site site;

  /**
   * @param settings empty when not configured
   */
  public GoogleLogin(
      Optional<GoogleSettings> settings,
      AuthService authService,
      Signatures signatures,
      Site site) {
    this.settings = settings;
    this.remote =
        settings.map(configured -> new RemoteJson(configured.timeout(), RemoteJson.SHORT));
    this.authService = authService;
    this.signatures = signatures;
    this.site = site;
  }

  public boolean isConfigured() {
    return settings.isPresent();
  }

  /**
   * The authorization URL.
   *
   * @param state returned with the code; the page compares it
   * @throws UnavailableException when not configured
   */
  public String url(String state) {
    GoogleSettings google = configured();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", google.clientId());
    query.put("redirect_uri", site.url(CALLBACK));
    query.put("response_type", "code");
    query.put("scope", "openid email profile");
    query.put("state", requireState(state));
    query.put("code_challenge", challenge(verifier(state)));
    query.put("code_challenge_method", "S256");
    return google.authorizationUrl() + "?" + RemoteJson.encode(query);
  }

  /**
   * Logs in the user who returned from Google.
   *
   * @throws InvalidException when the code is invalid
   * @throws ForbiddenException when Google did not verify the address
   * @throws UnavailableException when not configured, or Google's response is invalid
   */
  public Login login(String code, String state, String language, String userAgent) {
    GoogleSettings google = configured();
    String verifier = verifier(requireState(state));
    if (code == null || code.isBlank()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "code", "must not be empty");
    }
    Reply profile = profile(google, accessToken(google, code, verifier));
    if (!profile.isTrue("email_verified")) {
      throw new ForbiddenException(
          ErrorCode.ADDRESS_UNVERIFIED, ErrorCode.ADDRESS_UNVERIFIED.message());
    }
    String address = EmailAddress.normalize(profile.text("email"));
    return authService.loginProven(address, name(profile.text("name")), language, userAgent);
  }

  private GoogleSettings configured() {
    return settings.orElseThrow(
        () ->
            new UnavailableException(
                ErrorCode.NOT_CONFIGURED, "Google login is not configured on this server."));
  }

  private String accessToken(GoogleSettings google, String code, String verifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", site.url(CALLBACK));
    form.put("client_id", google.clientId());
    form.put("client_secret", google.clientSecret());
    form.put("code_verifier", verifier);
    try {
      Reply reply = remote.orElseThrow().post(google.tokenUrl(), form);
      if (reply.status() == 400 && reply.text("error").equals("invalid_grant")) {
        throw new InvalidException(
            ErrorCode.WRONG_CODE, "code", "Google rejected it; log in again");
      }
      String token = reply.text("access_token");
      if (reply.status() != 200 || token.isEmpty() || !token.matches("[!-~]+")) {
        throw unavailable(
            new IOException("token: status " + reply.status() + " " + reply.text("error")));
      }
      return token;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private Reply profile(GoogleSettings google, String accessToken) {
    try {
      Reply reply =
          remote
              .orElseThrow()
              .get(google.userInfoUrl(), Map.of("Authorization", "Bearer " + accessToken));
      if (reply.status() != 200 || reply.text("email").isEmpty()) {
        throw unavailable(new IOException("profile: status " + reply.status()));
      }
      return reply;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static UnavailableException unavailable(IOException cause) {
    return new UnavailableException(ErrorCode.LOGIN_PROVIDER_UNAVAILABLE, cause);
  }

  private static String requireState(String state) {
    if (state == null || state.isBlank() || state.length() > MAX_STATE) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "state", "must be a random string of up to " + MAX_STATE);
    }
    return state;
  }

  private String verifier(String state) {
    return signatures.sign(PURPOSE, state);
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(verifier));
  }

  /** An unusable name is no reason to reject a login. */
  private static String name(String given) {
    String name = given.strip();
    boolean fits =
        name.length() <= Limits.NAME
            && name.chars().noneMatch(Character::isISOControl)
            && StandardCharsets.UTF_8.newEncoder().canEncode(name);
    return fits ? name : "";
  }
}
