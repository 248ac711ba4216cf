package com.quaily.model.post;

/** The mark in a writer's text behind which only paying subscribers read on. */
public final class Paywall {

  public static final String MARK = "<!--paywall-->";

  private Paywall() {}

  /** Both parts with the mark between them, as the writer wrote it. */
  public static String join(String content, String paidContent) {
    return paidContent.isEmpty()
        ? content
        : content.stripTrailing() + "\n\n" + MARK + "\n\n" + paidContent.stripLeading();
  }
}
