package com.quaily.model.analytics;

/** Requests from bots, by the reason for the classification. */
public record BotCount(String reason, long requests) {}
