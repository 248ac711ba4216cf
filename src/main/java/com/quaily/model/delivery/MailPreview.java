package com.quaily.model.delivery;

/**
 * An email as its reader would get it.
 *
 * @param preheader what mail programs show beside the subject
 * @param htmlBytes bytes of the HTML
 * @param large whether some mail programs may hide its end soon
 * @param clipped whether Gmail hides its end
 */
public record MailPreview(
    String subject,
    String preheader,
    String html,
    String text,
    int htmlBytes,
    boolean large,
    boolean clipped) {}
