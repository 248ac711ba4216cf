package com.quaily.model.account;

/** Whether an account may be used; the number is the wire value, in order of declaration. */
public enum UserStatus {
  ACTIVE,
  DISABLED
}
