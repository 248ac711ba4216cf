package com.quaily.model.channel;

import java.time.Instant;

/** A user who was asked to write for a channel and has not answered yet. */
public record CooperatorInvitation(long channelId, long userId, Instant invitedAt) {}
