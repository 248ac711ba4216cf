package com.quaily.model.delivery;

import java.time.Instant;
import java.util.Map;

/**
 * An email that was kept instead of being sent.
 *
 * @param text the plain-text part; empty when there is none
 * @param html the HTML part; empty when there is none
 */
public record KeptMail(
    String to,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Instant receivedAt) {}
