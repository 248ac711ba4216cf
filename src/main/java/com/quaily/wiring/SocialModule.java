package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.ChannelSettingsDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SocialDao;
import com.quaily.database.AdvisoryLock;
import com.quaily.database.Database;
import com.quaily.delivery.social.SocialSender;
import com.quaily.resource.delivery.ChannelPushResource;
import com.quaily.resource.delivery.SocialChannelResource;
import com.quaily.resource.delivery.SocialConnectResource;
import com.quaily.resource.delivery.SocialPostResource;
import com.quaily.service.crypto.SecretBox;
import com.quaily.service.delivery.ChannelPushService;
import com.quaily.service.delivery.social.SocialAccounts;
import com.quaily.service.delivery.social.SocialCards;
import com.quaily.service.delivery.social.SocialChannels;
import com.quaily.service.delivery.social.SocialClients;
import com.quaily.service.delivery.social.SocialConnect;
import com.quaily.service.delivery.social.SocialConnections;
import com.quaily.service.delivery.social.SocialPoster;
import com.quaily.service.delivery.social.SocialPosts;
import com.quaily.service.delivery.social.TokenLock;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** Connections with social services, and messages there. */
public final class SocialModule implements ProgramModule {

  /** Of the lock under which one process at a time renews a channel's tokens. */
  private static final int TOKEN_LOCK = 2;

  private final SocialClients clients;
  private final SocialPoster poster;
  private final ChannelPushService pushService;
  private final SocialChannels channels;
  private final SocialConnect connect;
  private final SocialPosts posts;

  SocialModule(
      Settings settings,
      Database database,
      ObjectStorage storage,
      PageModule page,
      AccountModule account,
      ChannelModule channel,
      PostModule post,
      Clock clock) {
    SocialDao socialDao = database.dao(SocialDao.class);
    SocialAccounts accounts =
        new SocialAccounts(database.dao(ChannelSettingsDao.class), secretBox(settings), clock);
    clients =
        new SocialClients(
            settings.social(),
            accounts,
            new TokenLock(new AdvisoryLock(database, TOKEN_LOCK)),
            storage,
            settings.site(),
            clock);
    SocialConnections connections = new SocialConnections(socialDao, clock);
    SocialCards cards =
        new SocialCards(
            database.dao(PostDao.class), channel.access(), page.markdown(), page.urls(), clock);
    poster = new SocialPoster(socialDao, clients, accounts, connections, cards, clock);
    channels = new SocialChannels(clients, accounts, connections, cards, channel.access());
    pushService =
        new ChannelPushService(
            database.dao(ChannelSettingsDao.class), channel.access(), accounts, channels, clock);
    connect =
        new SocialConnect(
            clients, accounts, channels, channel.access(), account.signatures(), clock);
    posts =
        new SocialPosts(
            socialDao, clients, accounts, cards, channel.access(), post.lookup(), clock);
  }

  static SecretBox secretBox(Settings settings) {
    return new SecretBox(Base64.getDecoder().decode(settings.hosting().secretsKey()));
  }

  /** Posts deliveries' messages. */
  public SocialSender sender() {
    return poster;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new ChannelPushResource(pushService, views.channelService(), views.channels()),
        new SocialChannelResource(channels),
        new SocialConnectResource(connect),
        new SocialPostResource(posts));
  }

  @Override
  public void close() {
    clients.close();
  }
}
