package com.quaily.delivery.content;

/**
 * The content of an email of a channel that shows no single post.
 *
 * @param title the heading
 * @param preheader what mail programs show beside the subject
 * @param byline below the title; empty when there is none
 * @param html rendered for email, with absolute addresses
 * @param url of the button, and of the title
 * @param action the words of the button; empty when there is none
 * @param reason why an owner gets it; empty = it goes to a reader
 */
public record Letter(
    String subject,
    String title,
    String preheader,
    String byline,
    String html,
    String url,
    String action,
    String reason) {

  /** Whether it goes to the channel's owner. */
  public boolean isForOwner() {
    return !reason.isEmpty();
  }
}
