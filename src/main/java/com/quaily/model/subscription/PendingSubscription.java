package com.quaily.model.subscription;

import com.quaily.model.channel.Channel;

/** A subscription that waits for its confirmation, or was just confirmed. */
public record PendingSubscription(Channel channel, String email) {}
