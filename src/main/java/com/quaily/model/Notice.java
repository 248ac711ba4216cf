package com.quaily.model;

/**
 * Something that the operator should know.
 *
 * @param topic notices about one topic become one when they follow each other quickly
 * @param subject one line, at most {@value #SUBJECT} characters
 * @param text more about it, at most {@value #TEXT} characters; can be empty
 */
public record Notice(Level level, String topic, String subject, String text) {

  /** Longer subjects are cut off. */
  public static final int SUBJECT = 200;

  /** Longer texts are cut off; Telegram takes 4,096 characters in all. */
  public static final int TEXT = 3_000;

  /** How urgent it is. */
  public enum Level {
    /** Can wait for the end of the quiet hours. */
    INFO,
    /** Is sent at any time. */
    ALERT
  }

  public Notice {
    subject = cut(subject.strip().replaceAll("\\s+", " "), SUBJECT);
    text = cut(text.strip(), TEXT);
  }

  public static Notice info(String topic, String subject, String text) {
    return new Notice(Level.INFO, topic, subject, text);
  }

  public static Notice alert(String topic, String subject, String text) {
    return new Notice(Level.ALERT, topic, subject, text);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
