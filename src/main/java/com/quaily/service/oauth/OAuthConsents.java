package com.quaily.service.oauth;

import com.quaily.dao.OAuthGrantDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.oauth.OAuthApp;
import com.quaily.model.oauth.OAuthCode;
import com.quaily.model.oauth.Scope;
import com.quaily.service.crypto.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Records a user's consent and issues the authorization code. */
public final class OAuthConsents {

  private static final Duration CODE_VALIDITY = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final OAuthGrantDao oauthGrantDao;
  private final OAuthApps apps;
  private final Clock clock;

  public OAuthConsents(
      Transactions transactions, OAuthGrantDao oauthGrantDao, OAuthApps apps, Clock clock) {
    this.transactions = transactions;
    this.oauthGrantDao = oauthGrantDao;
    this.apps = apps;
    this.clock = clock;
  }

  /**
   * Validates an authorization request, so that users see errors before they consent.
   *
   * @throws NotFoundException when there is no such application
   * @throws InvalidException when the request is not allowed; names the invalid field. Unless that
   *     is {@code redirect_uri}, the error can be sent to the application
   */
  public Terms check(ConsentRequest request) {
    OAuthApp app = apps.find(request.clientId());
    String redirectUri = apps.redirectUri(app);
    boolean safe = app.redirectUri().startsWith("/") || RedirectUris.areSafe(redirectUri);
    if (!safe || !redirectUri.equals(request.redirectUri())) {
      throw new InvalidException(
          ErrorCode.REDIRECT_MISMATCH, "redirect_uri", "must exactly match the registered one");
    }
    if (request.responseType() != null && !request.responseType().equals("code")) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "response_type", "must be code");
    }
    Set<Scope> scopes = scopes(app, request.scope());
    CodeChallenge challenge =
        CodeChallenge.of(
            request.codeChallenge(), request.codeChallengeMethod(), !app.confidential());
    return new Terms(app, redirectUri, scopes.stream().map(Scope::wireName).toList(), challenge);
  }

  /**
   * Issues a code that works once, for ten minutes. Call it after the user has consented.
   *
   * @throws NotFoundException as {@link #check} does
   * @throws InvalidException as {@link #check} does
   */
  public Consent give(Caller caller, ConsentRequest request) {
    Terms terms = check(request);
    String code = Secrets.newToken();
    transactions.inTransaction(
        () ->
            oauthGrantDao.insertCode(
                Secrets.hash(code),
                new OAuthCode(
                    terms.app().id(),
                    caller.userId(),
                    terms.scopes(),
                    terms.redirectUri(),
                    terms.challenge().value(),
                    terms.challenge().method(),
                    clock.instant().plus(CODE_VALIDITY),
                    null)));
    String url = url(terms.redirectUri(), code, request.state());
    return new Consent(terms.app(), terms.redirectUri(), url, code);
  }

  /** Without a scope, the application gets the smallest one. */
  private static Set<Scope> scopes(OAuthApp app, String scope) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String name : words(scope)) {
      scopes.add(
          Scope.of(name)
              .orElseThrow(
                  () -> new InvalidException(ErrorCode.SCOPE_INVALID, "scope", "unknown scope")));
    }
    if (scopes.contains(Scope.CREDIT_FULL) && !app.trusted()) {
      throw new InvalidException(
          ErrorCode.SCOPE_INVALID,
          "scope",
          "credit.full is available to trusted applications only");
    }
    return scopes.isEmpty() ? EnumSet.of(Scope.USER_PUBLIC) : scopes;
  }

  private static List<String> words(String scope) {
    return scope == null || scope.isBlank() ? List.of() : List.of(scope.strip().split("\\s+"));
  }

  private static String url(String redirectUri, String code, String state) {
    String url = redirectUri + (redirectUri.contains("?") ? "&" : "?") + "code=" + code;
    return state == null ? url : url + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
  }

  /**
   * An authorization request, as in RFC 6749, 4.1.1, and RFC 7636.
   *
   * @param scope separated by spaces; null or empty = user.public
   */
  public record ConsentRequest(
      String clientId,
      String redirectUri,
      String responseType,
      String scope,
      String state,
      String codeChallenge,
      String codeChallengeMethod) {}

  /**
   * A valid request.
   *
   * @param scopes their wire names, each once; never empty
   */
  public record Terms(
      OAuthApp app, String redirectUri, List<String> scopes, CodeChallenge challenge) {}

  /**
   * A consent.
   *
   * @param url where to redirect the browser, with the code
   */
  public record Consent(OAuthApp app, String redirectUri, String url, String code) {}
}
