package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.ChannelSettingsDao;
import com.quaily.database.Database;
import com.quaily.resource.delivery.ChannelPushResource;
import com.quaily.resource.delivery.DeliveryResource;
import com.quaily.resource.delivery.PostDeliveryResource;
import com.quaily.service.crypto.SecretBox;
import com.quaily.service.delivery.ChannelPushService;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** Sending posts to subscribers and to other services. */
final class DeliveryModule implements ProgramModule {

  private final ChannelPushService pushService;

  DeliveryModule(Settings settings, Database database, ChannelModule channels, Clock clock) {
    SecretBox secrets = new SecretBox(Base64.getDecoder().decode(settings.hosting().secretsKey()));
    pushService =
        new ChannelPushService(
            database.dao(ChannelSettingsDao.class), channels.access(), secrets, clock);
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new ChannelPushResource(pushService), new DeliveryResource(), new PostDeliveryResource());
  }
}
