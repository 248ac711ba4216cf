package com.quaily.service.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final String SECRET = "pässword 秘密";

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  @Test
  void anEncryptedSecretIsUnreadableAndCanBeDecrypted() {
    SecretBox underTest = new SecretBox(key(1));

    String sealed = underTest.seal("channel:1:token", SECRET);

    assertEquals(SECRET, underTest.open("channel:1:token", sealed));
    assertFalse(sealed.contains(Base64.getEncoder().encodeToString(SECRET.getBytes())));
    assertNotEquals(sealed, underTest.seal("channel:1:token", SECRET));
  }

  @Test
  void anotherKeyOrContextCannotDecryptIt() {
    String sealed = new SecretBox(key(1)).seal("channel:1:token", SECRET);

    assertThrows(
        IllegalStateException.class, () -> new SecretBox(key(2)).open("channel:1:token", sealed));
    assertThrows(
        IllegalStateException.class, () -> new SecretBox(key(1)).open("channel:2:token", sealed));
    assertThrows(
        IllegalStateException.class,
        () -> new SecretBox(new byte[0]).open("channel:1:token", sealed));
  }

  @Test
  void secretsStoredBeforeTheKeyCanStillBeRead() {
    String kept = new SecretBox(new byte[0]).seal("channel:1:token", SECRET);

    assertEquals(SECRET, new SecretBox(key(1)).open("channel:1:token", kept));
  }
}
