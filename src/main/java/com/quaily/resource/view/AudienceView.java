package com.quaily.resource.view;

import com.quaily.model.delivery.Audience;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a delivery would reach.
 *
 * @param channels email and the connected services, as far as they are switched on
 * @param daily who gets the post with a daily digest
 * @param weekly who gets it with a weekly digest
 * @param paused who gets nothing at the moment
 * @param quotaLeft deliveries that are possible today; null = any number
 */
public record AudienceView(
    List<String> channels,
    long readers,
    long premiumReaders,
    long daily,
    long weekly,
    long paused,
    @Nullable Integer quotaLeft) {

  public static AudienceView of(Audience audience) {
    return new AudienceView(
        audience.targets(),
        audience.readers(),
        audience.premiumReaders(),
        audience.cadences().daily(),
        audience.cadences().weekly(),
        audience.cadences().paused(),
        audience.quota() == 0 ? null : audience.quotaLeft());
  }
}
