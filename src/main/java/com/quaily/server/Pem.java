package com.quaily.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Reads certificates and private keys as certbot, acme.sh and OpenSSL write them. */
final class Pem {

  private Pem() {}

  /** All certificates of the text in their order; at least one. */
  static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
    List<X509Certificate> found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
            .stream()
            .map(X509Certificate.class::cast)
            .toList();
    if (found.isEmpty()) {
      throw new GeneralSecurityException("there is no certificate in the file");
    }
    return found;
  }

  /**
   * The first private key of the text.
   *
   * @param publicKey its other half: tells the algorithm, which the older formats do not say
   * @throws IOException when the key cannot be decoded
   */
  static PrivateKey privateKey(String text, PublicKey publicKey)
      throws GeneralSecurityException, IOException {
    try (PemReader reader = new PemReader(new StringReader(text))) {
      for (PemObject part = reader.readPemObject(); part != null; part = reader.readPemObject()) {
        // Headers tell how a key is encrypted.
        if (part.getHeaders().isEmpty()) {
          switch (part.getType()) {
            case "PRIVATE KEY":
              return decode(part.getContent(), publicKey);
            case "RSA PRIVATE KEY", "EC PRIVATE KEY":
              return decode(wrap(part.getContent(), publicKey), publicKey);
            default:
              // Certificates and parameters of curves may stand in the same file.
          }
        }
      }
    } catch (DecoderException e) {
      throw new InvalidKeySpecException("the private key is not in base64", e);
    }
    throw new InvalidKeySpecException(
        "the file contains no private key (keys with a passphrase are not supported)");
  }

  private static PrivateKey decode(byte[] key, PublicKey publicKey)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(publicKey.getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(key));
  }

  /** PKCS #8 is the older format inside an envelope that names the algorithm (RFC 5208, §5). */
  private static byte[] wrap(byte[] key, PublicKey publicKey) throws IOException {
    AlgorithmIdentifier algorithm =
        SubjectPublicKeyInfo.getInstance(publicKey.getEncoded()).getAlgorithm();
    return new PrivateKeyInfo(algorithm, ASN1Primitive.fromByteArray(key)).getEncoded();
  }
}
