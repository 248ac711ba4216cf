package com.quaily.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** Tells until when a certificate is valid. */
public final class CertificateExpiry {

  private CertificateExpiry() {}

  /**
   * The end of the first certificate of a chain.
   *
   * @param file in PEM
   * @throws IOException when the file cannot be read
   * @throws GeneralSecurityException when there is no certificate in it
   */
  public static Instant of(Path file) throws IOException, GeneralSecurityException {
    return Pem.certificates(Files.readString(file)).get(0).getNotAfter().toInstant();
  }
}
