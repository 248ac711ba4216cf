package com.quaily.model.channel;

import java.util.Map;

/** What an owner hands in of a channel; a null means that it was not given. */
public record ChannelInput(
    String slug,
    String title,
    String tagline,
    String description,
    String avatarImageUrl,
    String faviconImageUrl,
    String widgetCustomStyles,
    Map<String, Object> options) {}
