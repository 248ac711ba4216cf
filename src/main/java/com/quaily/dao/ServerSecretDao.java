package com.quaily.dao;

/** Secrets of this installation. */
public interface ServerSecretDao {

  /** The signing key, in hexadecimal. */
  String selectSigningKey();
}
