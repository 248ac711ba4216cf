package com.quaily.service.composer;

import java.util.ArrayList;
import java.util.List;

/** Combines sentences into short notes, with the length rules of microblogging services. */
final class ThreadWriter {

  /** Latin letters count one, Chinese, Japanese and Korean characters two. */
  private static final int LONGEST = 280;

  private static final int MOST = 10;

  private ThreadWriter() {}

  static List<String> of(List<String> sentences) {
    List<String> tweets = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String sentence : sentences) {
      String part = cut(sentence, LONGEST);
      if (!current.isEmpty() && weight(current) + 1 + weight(part) > LONGEST) {
        tweets.add(current.toString());
        current.setLength(0);
      }
      if (tweets.size() == MOST) {
        return tweets;
      }
      current.append(current.isEmpty() ? "" : " ").append(part);
    }
    if (!current.isEmpty()) {
      tweets.add(current.toString());
    }
    return tweets;
  }

  /** The beginning of the text, with an ellipsis if it is longer. */
  static String cut(String text, int longest) {
    if (weight(text) <= longest) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int[] characters = text.codePoints().toArray();
    int weight = 1;
    for (int c : characters) {
      weight += weight(c);
      if (weight > longest) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  private static int weight(CharSequence text) {
    return text.codePoints().map(ThreadWriter::weight).sum();
  }

  private static int weight(int character) {
    return character >= 0x1100 && !(character >= 0x2000 && character <= 0x206f) ? 2 : 1;
  }
}
