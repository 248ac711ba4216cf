package com.quaily.delivery.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Reads the keys that sign emails. */
public final class DkimKeys {

  private static final String RSA = "RSA";

  private DkimKeys() {}

  /**
   * The private key in a file.
   *
   * @throws IllegalStateException when the key cannot be read
   */
  public static RSAPrivateCrtKey read(Path file) {
    try {
      String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
      byte[] bytes = Base64.getMimeDecoder().decode(pem);
      return (RSAPrivateCrtKey)
          KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (IOException
        | GeneralSecurityException
        | IllegalArgumentException
        | ClassCastException e) {
      throw new IllegalStateException(
          "delivery.dkim.key: " + file + " has no RSA key in PEM, PKCS #8", e);
    }
  }

  /**
   * The public key that belongs to the private key in a file, as DNS has it: DER in Base64.
   *
   * @throws IllegalStateException when the key cannot be read
   */
  public static String publicKey(Path file) {
    RSAPrivateCrtKey key = read(file);
    try {
      return Base64.getEncoder()
          .encodeToString(
              KeyFactory.getInstance(RSA)
                  .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                  .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + RSA, e);
    }
  }
}
