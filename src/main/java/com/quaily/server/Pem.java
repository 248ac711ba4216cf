package com.quaily.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys in the formats of certbot, acme.sh and OpenSSL. */
final class Pem {

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN (RSA |EC )?PRIVATE KEY-----([^-]+)-----END");
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;
  private static final byte[] VERSION_ZERO = {0x02, 0x01, 0x00};

  private Pem() {}

  /** All certificates of the text in order; at least one. */
  static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
    List<X509Certificate> found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
            .stream()
            .map(X509Certificate.class::cast)
            .toList();
    if (found.isEmpty()) {
      throw new GeneralSecurityException("the file contains no certificate");
    }
    return found;
  }

  /**
   * The first private key of the text.
   *
   * @param publicKey the matching public key: gives the algorithm, which the older formats omit
   */
  static PrivateKey privateKey(String text, PublicKey publicKey) throws GeneralSecurityException {
    Matcher key = PRIVATE_KEY.matcher(text);
    if (!key.find()) {
      throw new InvalidKeySpecException(
          "the file contains no private key (keys with a passphrase are not supported)");
    }
    byte[] der = Base64.getMimeDecoder().decode(key.group(2));
    boolean olderFormat = key.group(1) != null;
    return KeyFactory.getInstance(publicKey.getAlgorithm())
        .generatePrivate(
            new PKCS8EncodedKeySpec(olderFormat ? wrap(der, algorithm(publicKey)) : der));
  }

  /** PKCS #8 is the older format inside an envelope that names the algorithm (RFC 5208, §5). */
  private static byte[] wrap(byte[] key, byte[] algorithm) {
    return element(SEQUENCE, VERSION_ZERO, algorithm, element(OCTET_STRING, key));
  }

  /** The algorithm as the public key names it: its encoding's first inner element (RFC 5280). */
  private static byte[] algorithm(PublicKey key) {
    byte[] encoded = key.getEncoded();
    int start = contentStart(encoded, 0);
    return Arrays.copyOfRange(
        encoded, start, contentStart(encoded, start) + length(encoded, start));
  }

  private static int contentStart(byte[] der, int element) {
    int first = der[element + 1] & 0xFF;
    return element + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static int length(byte[] der, int element) {
    int first = der[element + 1] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int index = 0; index < (first & 0x7F); index++) {
      length = (length << 8) | (der[element + 2 + index] & 0xFF);
    }
    return length;
  }

  private static byte[] element(int tag, byte[]... contents) {
    int size = Arrays.stream(contents).mapToInt(content -> content.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (size < 0x80) {
      out.write(size);
    } else {
      out.writeBytes(
          size < 0x100
              ? new byte[] {(byte) 0x81, (byte) size}
              : new byte[] {(byte) 0x82, (byte) (size >> 8), (byte) size});
    }
    for (byte[] content : contents) {
      out.writeBytes(content);
    }
    return out.toByteArray();
  }
}
