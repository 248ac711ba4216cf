package com.quaily.delivery.mail;

import java.util.Map;

/**
 * A mail to one person.
 *
 * @param to the address alone
 * @param text the plain part
 * @param html the HTML part; empty when the mail has none
 * @param headers further header fields
 */
public record OutgoingMail(
    String to, String subject, String text, String html, Map<String, String> headers) {}
