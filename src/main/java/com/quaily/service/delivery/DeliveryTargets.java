package com.quaily.service.delivery;

import com.quaily.delivery.social.SocialSender;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where a channel's posts can be sent. */
final class DeliveryTargets {

  private final SocialSender social;

  DeliveryTargets(SocialSender social) {
    this.social = social;
  }

  /** What is switched on. */
  List<String> enabled(Channel channel) {
    List<String> targets = new ArrayList<>();
    if (channel.emailChannelEnabled()) {
      targets.add(DeliveryTask.EMAIL);
    }
    targets.addAll(new TreeSet<>(social.connected(channel.id())));
    return targets;
  }

  /**
   * The requested targets.
   *
   * @param wanted null or empty = all that are switched on
   * @throws InvalidException naming one that is not switched on
   * @throws ConflictException when there is none
   */
  List<String> require(Channel channel, List<String> wanted) {
    List<String> enabled = enabled(channel);
    if (wanted == null || wanted.isEmpty()) {
      if (enabled.isEmpty()) {
        throw new ConflictException(
            ErrorCode.DELIVERY_NO_TARGET, ErrorCode.DELIVERY_NO_TARGET.message());
      }
      return enabled;
    }
    for (String target : wanted) {
      if (!enabled.contains(target)) {
        throw new InvalidException(
            ErrorCode.INVALID_FIELD,
            "channels",
            "“" + target + "” is not switched on; possible: " + String.join(", ", enabled));
      }
    }
    return wanted.stream().distinct().toList();
  }
}
