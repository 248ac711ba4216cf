package com.quaily.resource;

import com.quaily.model.Language;
import com.quaily.model.Limits;
import com.quaily.model.Site;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What clients need to know of this server before anybody logs in. */
@Path("/c")
public final class ConfigResource {

  private final Site site;

  public ConfigResource(Site site) {
    this.site = site;
  }

  /** The public configuration. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The public configuration")
  @GET
  public Answer<ConfigView> get() {
    return Answer.of(
        new ConfigView(
            site.name(),
            site.baseUrl(),
            site.url("/api"),
            new ChallengeView("none", ""),
            Map.of("google_login", false, "paid_subscriptions", false),
            Arrays.stream(Language.values()).map(Language::tag).toList(),
            limits()));
  }

  private static Map<String, Integer> limits() {
    return Map.of(
        "title", Limits.TITLE,
        "summary", Limits.SUMMARY,
        "content", Limits.CONTENT,
        "tags", Limits.TAGS,
        "tag", Limits.TAG,
        "attachment_bytes", Limits.ATTACHMENT,
        "page", Limits.SLICE);
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

  /** What sign-up forms have to solve. */
  public record ChallengeView(String provider, String siteKey) {}
}
