package com.quaily.resource.site;

import com.quaily.model.Language;
import com.quaily.model.Limits;
import com.quaily.model.Site;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.account.GoogleLogin;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeProvider.Challenge;
import com.quaily.service.media.Unsplash;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The public configuration that clients need before login. */
@Path("/c")
public final class ConfigResource {

  private final Site site;
  private final ChallengeProvider challengeProvider;
  private final GoogleLogin googleLogin;
  private final Unsplash unsplash;

  public ConfigResource(
      Site site, ChallengeProvider challengeProvider, GoogleLogin googleLogin, Unsplash unsplash) {
    this.site = site;
    this.challengeProvider = challengeProvider;
    this.googleLogin = googleLogin;
    this.unsplash = unsplash;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the public configuration")
  @GET
  public ApiResponse<ConfigView> get() {
    return ApiResponse.of(
        new ConfigView(
            site.name(),
            site.baseUrl(),
            site.url("/api"),
            ChallengeView.of(challengeProvider.challenge()),
            features(),
            Arrays.stream(Language.values()).map(Language::tag).toList(),
            limits()));
  }

  /** In a fixed order, unlike {@code Map.of}, so that all processes give the same answer. */
  private Map<String, Boolean> features() {
    Map<String, Boolean> features = new LinkedHashMap<>();
    features.put("google_login", googleLogin.isConfigured());
    features.put("photo_search", unsplash.isConfigured());
    features.put("paid_subscriptions", false);
    return features;
  }

  private static Map<String, Integer> limits() {
    Map<String, Integer> limits = new LinkedHashMap<>();
    limits.put("title", Limits.TITLE);
    limits.put("summary", Limits.SUMMARY);
    limits.put("content", Limits.CONTENT);
    limits.put("tags", Limits.TAGS);
    limits.put("tag", Limits.TAG);
    limits.put("attachment_bytes", Limits.ATTACHMENT);
    limits.put("page", Limits.SLICE);
    return limits;
  }

  /**
   * The public configuration.
   *
   * @param features which optional parts this server has
   */
  public record ConfigView(
      String siteName,
      String siteUrl,
      String apiUrl,
      ChallengeView challenge,
      Map<String, Boolean> features,
      List<String> languages,
      Map<String, Integer> limits) {}

  /**
   * The challenge of sign-up forms.
   *
   * @param provider {@code none}, {@code turnstile} or {@code proof-of-work}
   * @param siteKey for the provider's script; empty when it needs none
   * @param puzzle the proof-of-work challenge, works once; null for other providers
   * @param difficulty required leading zero bits of the SHA-256 of {@code <puzzle>.<number>}
   */
  public record ChallengeView(
      String provider, String siteKey, @Nullable String puzzle, int difficulty) {

    static ChallengeView of(Challenge challenge) {
      return new ChallengeView(
          challenge.provider(), challenge.siteKey(), challenge.puzzle(), challenge.difficulty());
    }
  }
}
