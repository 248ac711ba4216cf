package com.quaily.service.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that the program must be able to read, such as passwords of other services:
 * AES-256-GCM with the operator's key. Without a key they are stored unencrypted and marked as
 * such, so that a key can be configured later.
 */
public final class SecretBox {

  private static final String PLAIN = "plain:";
  private static final String SEALED = "aes256gcm:";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  /**
   * @param key 32 bytes, or none
   */
  public SecretBox(byte[] key) {
    this.key = key.clone();
  }

  /**
   * Encrypts a secret.
   *
   * @param context what it belongs to; needed again for decryption
   */
  public String seal(String context, String secret) {
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    if (key.length == 0) {
      return PLAIN + Base64.getEncoder().encodeToString(plain);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, context, nonce, plain);
    byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return SEALED + Base64.getEncoder().encodeToString(whole);
  }

  /**
   * Decrypts a secret.
   *
   * @throws IllegalStateException when it was encrypted with another key or context
   */
  public String open(String context, String sealed) {
    if (sealed.startsWith(PLAIN)) {
      return text(Base64.getDecoder().decode(sealed.substring(PLAIN.length())));
    }
    ByteBuffer whole =
        ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(SEALED.length())));
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] content = new byte[whole.remaining() - NONCE_BYTES];
    whole.get(nonce).get(content);
    return text(run(Cipher.DECRYPT_MODE, context, nonce, content));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, String context, byte[] nonce, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "a secret cannot be decrypted; was channels.secrets-key changed?", e);
    }
  }
}
