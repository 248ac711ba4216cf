package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import com.quaily.model.delivery.ChannelPush;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Issues LINE's stateless channel access tokens, which live for 15 minutes and are not kept. The
 * channel proves itself by an assertion (RFC 7523) signed with its own key, or by its secret.
 */
final class LineTokens {

  private static final String CHANNEL = "line_channel_id";
  private static final String SECRET = "line_channel_secret";
  private static final String KEY_ID = "line_assertion_signing_key";
  private static final String AUDIENCE = "https://api.line.me/";
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);

  private final SocialHttp http;
  private final URI base;

  LineTokens(SocialHttp http, URI base) {
    this.http = http;
    this.base = base;
  }

  static boolean isComplete(SocialAccount account) {
    return !account.text(CHANNEL).isEmpty() && (signs(account) || account.has(SECRET));
  }

  private static boolean signs(SocialAccount account) {
    return !account.text(KEY_ID).isEmpty() && account.has(ChannelPush.LINE_PRIVATE_KEY);
  }

  /** A new token. */
  String issue(SocialAccount account) throws SocialException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    if (signs(account)) {
      form.put("client_assertion_type", ASSERTION);
      form.put("client_assertion", assertion(account));
    } else {
      form.put("client_id", account.text(CHANNEL));
      form.put("client_secret", account.secret(SECRET));
    }
    // A token that was issued and got lost does no harm.
    WebResponse response =
        http.prepare(
            WebRequest.post(URI.create(base + "/oauth2/v3/token")).form(form),
            WaitSignals.retryAfter());
    JsonNode body = response.json();
    String token = body.path("access_token").asText();
    if (!response.isSuccess() || token.isEmpty()) {
      String words = body.path("error_description").asText(body.path("error").asText());
      throw SocialException.disconnected(
          words.isEmpty() ? "LINE issues no token: status " + response.status() : words);
    }
    return token;
  }

  private String assertion(SocialAccount account) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("typ", "JWT");
    header.put("kid", account.text(KEY_ID));
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", account.text(CHANNEL));
    claims.put("sub", account.text(CHANNEL));
    claims.put("aud", AUDIENCE);
    claims.put("exp", http.now().plus(ASSERTION_LIFE).getEpochSecond());
    String content = encode(JsonText.write(header)) + "." + encode(JsonText.write(claims));
    return content + "." + signature(account.secret(ChannelPush.LINE_PRIVATE_KEY), content);
  }

  private static String encode(String json) {
    return encode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String signature(String privateKey, String content) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key pair was created here with this algorithm", e);
    }
  }
}
