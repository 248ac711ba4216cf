package com.quaily.service.delivery.social;

import com.quaily.model.Site;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.delivery.social.SocialSettings.Addresses;
import com.quaily.service.http.WebClient;
import com.quaily.storage.ObjectStorage;
import java.io.Closeable;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients of all services, and the connections to the internet that they share. */
public final class SocialClients implements Closeable {

  /** Below the dashboard; the page submits the code that the writer came back with. */
  private static final String CALLBACK = "/dashboard/connect/";

  private final WebClient trusted;
  private final WebClient named;
  private final Map<SocialService, SocialClient> clients = new EnumMap<>(SocialService.class);
  private final Map<SocialService, OAuthEndpoint> endpoints = new EnumMap<>(SocialService.class);
  private final Map<SocialService, OAuthTokens> tokens = new EnumMap<>(SocialService.class);

  public SocialClients(
      SocialSettings settings,
      SocialAccounts accounts,
      TokenLock lock,
      ObjectStorage storage,
      Site site,
      Clock clock) {
    trusted = new WebClient(WebClient.Reach.ANY, settings.timeout());
    named =
        new WebClient(
            settings.privateAddresses() ? WebClient.Reach.ANY : WebClient.Reach.PUBLIC,
            settings.timeout());
    SocialHttp http = new SocialHttp(trusted, true, clock);
    SocialHttp namedHttp = new SocialHttp(named, settings.privateAddresses(), clock);
    Addresses at = settings.addresses();
    settings
        .slack()
        .ifPresent(
            client ->
                offer(
                    new SlackAuthorization(
                        http, at.slack(), client, site.url(CALLBACK + "slack"))));
    settings
        .twitter()
        .ifPresent(
            client ->
                offer(
                    new XAuthorization(
                        http, at.twitter(), client, site.url(CALLBACK + "twitter"))));
    for (SocialService service : List.of(SocialService.SLACK, SocialService.TWITTER)) {
      tokens.put(service, new OAuthTokens(service, endpoint(service), accounts, lock, clock));
    }
    add(new TelegramClient(http, at.telegram(), settings.telegramBotToken(), accounts));
    add(new DiscordClient(http, at.discord(), settings.discordBotToken(), site));
    add(new SlackClient(http, at.slack(), at.slackHooks(), tokens.get(SocialService.SLACK)));
    add(new LineClient(http, at.line()));
    add(
        new BlueskyClient(
            namedHttp,
            new BlueskySessions(namedHttp, accounts, lock),
            new SocialPictures(storage, named, site)));
    add(new XClient(http, at.twitter(), tokens.get(SocialService.TWITTER)));
    add(new MastodonClient(namedHttp));
  }

  private void offer(OAuthEndpoint endpoint) {
    endpoints.put(endpoint.service(), endpoint);
  }

  private void add(SocialClient client) {
    clients.put(client.service(), client);
  }

  SocialClient of(SocialService service) {
    return clients.get(service);
  }

  /** Where writers connect an account; empty when the site has no application there. */
  Optional<OAuthEndpoint> endpoint(SocialService service) {
    return Optional.ofNullable(endpoints.get(service));
  }

  /** Only for services that {@link #endpoint} knows. */
  OAuthTokens tokens(SocialService service) {
    return tokens.get(service);
  }

  @Override
  public void close() {
    trusted.close();
    named.close();
  }
}
