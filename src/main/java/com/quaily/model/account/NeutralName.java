package com.quaily.model.account;

import com.quaily.model.Language;
import java.util.UUID;

/** Names of users who have not chosen one. They say nothing about the person or the address. */
public final class NeutralName {

  private static final int DIGITS = 6;

  private NeutralName() {}

  /** A new name, for example “Reader 3f9a2c”. */
  public static String in(Language language) {
    String noun =
        switch (language) {
          case EN -> "Reader";
          case JA -> "読者";
          case ZH -> "读者";
        };
    return noun + " " + UUID.randomUUID().toString().substring(0, DIGITS);
  }
}
