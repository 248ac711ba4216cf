package com.quaily.model.analytics;

/** Requests that came from programs, by the reason why they are believed to. */
public record BotCount(String reason, long requests) {}
