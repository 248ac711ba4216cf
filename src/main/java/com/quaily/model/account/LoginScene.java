package com.quaily.model.account;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/** The purpose of an emailed code. */
public enum LoginScene {
  LOGIN("login"),
  REPLACE_EMAIL("replace_email"),
  /** Proves that the owner of the current address wants to replace it. */
  CURRENT_EMAIL("current_email");

  private final String wireName;

  LoginScene(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /**
   * The scene with this wire name; login for null or an empty string.
   *
   * @throws InvalidException for any other value
   */
  public static LoginScene of(String wireName) {
    if (wireName == null || wireName.isEmpty()) {
      return LOGIN;
    }
    for (LoginScene scene : values()) {
      if (scene.wireName.equals(wireName)) {
        return scene;
      }
    }
    throw new InvalidException(
        ErrorCode.INVALID_FIELD, "scene", "must be login, replace_email or current_email");
  }
}
