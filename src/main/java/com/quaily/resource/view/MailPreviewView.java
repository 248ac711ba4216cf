package com.quaily.resource.view;

import com.quaily.model.delivery.MailPreview;

/**
 * The email of a post in API responses.
 *
 * @param preheader what mail programs show beside the subject
 * @param isLarge whether some mail programs may hide its end soon
 * @param isClipped whether Gmail hides its end
 */
public record MailPreviewView(
    String subject,
    String preheader,
    String html,
    String text,
    int htmlBytes,
    boolean isLarge,
    boolean isClipped) {

  public static MailPreviewView of(MailPreview mail) {
    return new MailPreviewView(
        mail.subject(),
        mail.preheader(),
        mail.html(),
        mail.text(),
        mail.htmlBytes(),
        mail.large(),
        mail.clipped());
  }
}
