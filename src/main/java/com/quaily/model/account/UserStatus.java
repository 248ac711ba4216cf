package com.quaily.model.account;

/** Whether an account is active. The ordinal is the wire value. */
public enum UserStatus {
  ACTIVE,
  DISABLED
}
