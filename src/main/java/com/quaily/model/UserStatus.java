package com.quaily.model;

/** Whether an account may be used; the number is the wire value, in order of declaration. */
public enum UserStatus {
  ACTIVE,
  DISABLED
}
