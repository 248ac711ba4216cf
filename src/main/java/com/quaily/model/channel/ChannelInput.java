package com.quaily.model.channel;

import java.util.Map;

/** A channel's fields in a request; null means not given. */
public record ChannelInput(
    String slug,
    String title,
    String tagline,
    String description,
    String avatarImageUrl,
    String faviconImageUrl,
    String widgetCustomStyles,
    Map<String, Object> options) {}
