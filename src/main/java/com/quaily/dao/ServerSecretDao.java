package com.quaily.dao;

/** What only the server knows. */
public interface ServerSecretDao {

  /** The key that signs what is handed out and taken back later, in hexadecimal. */
  String selectSigningKey();
}
