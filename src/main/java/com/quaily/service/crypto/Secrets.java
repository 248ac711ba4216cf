package com.quaily.service.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets, and the hashes under which they are stored. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 32;

  private Secrets() {}

  /** A token of 256 random bits in URL-safe characters. */
  public static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Random lower-case hexadecimal digits. */
  public static String newHex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Six random digits, leading zeros included. */
  public static String newCode() {
    return String.format("%06d", RANDOM.nextInt(1_000_000));
  }

  /** SHA-256 of the text. */
  public static byte[] hash(String secret) {
    return sha256().digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of the bytes in hexadecimal. */
  public static String checksum(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** Constant-time comparison. */
  public static boolean equal(byte[] left, byte[] right) {
    return MessageDigest.isEqual(left, right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
