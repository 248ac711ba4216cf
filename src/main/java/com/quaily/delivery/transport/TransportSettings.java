package com.quaily.delivery.transport;

import java.util.List;

/**
 * The transports that send the emails of posts.
 *
 * @param urls in order of preference: {@code smtp://…}, {@code smtps://…}, {@code ses://REGION},
 *     {@code provider://NAME}; empty = the server of the system's emails, or the outbox
 * @param ses for those that begin with {@code ses:}
 * @param providers for those that begin with {@code provider:}
 * @param warmUps of those that are new
 */
public record TransportSettings(
    List<String> urls, Ses ses, List<HttpProvider> providers, List<WarmUp> warmUps) {

  public TransportSettings {
    urls = List.copyOf(urls);
    providers = List.copyOf(providers);
    warmUps = List.copyOf(warmUps);
  }

  /** The addresses of SMTP servers among the transports. */
  public List<String> smtpUrls() {
    return urls.stream().filter(url -> url.startsWith("smtp")).toList();
  }

  /**
   * An account at Amazon SES.
   *
   * @param accessKey empty, together with the secret, for the SDK's default chain: environment,
   *     profile, instance role
   * @param endpoint empty = the region's own
   * @param configurationSet empty = none
   */
  public record Ses(String accessKey, String secretKey, String endpoint, String configurationSet) {

    /** Omits the keys. */
    @Override
    public String toString() {
      return "Ses[endpoint=" + endpoint + ", configurationSet=" + configurationSet + "]";
    }
  }
}
