package com.quaily.delivery.mail;

import java.util.Map;

/**
 * An email to one person.
 *
 * @param to the address without a display name
 * @param text the plain-text part
 * @param html the HTML part; empty when there is none
 * @param headers additional header fields
 */
public record OutgoingMail(
    String to, String subject, String text, String html, Map<String, String> headers) {}
