package com.quaily.service.delivery.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.service.delivery.bounce.SnsReports.WebPages;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the signatures of messages of Amazon SNS. Thread-safe. */
public final class SnsSignatures {

  private static final Logger LOG = LoggerFactory.getLogger(SnsSignatures.class);
  private static final int CERTIFICATES = 10;

  /** What is signed, in this order; what a message does not have is left out. */
  private static final List<String> NOTIFICATION =
      List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");

  private static final List<String> CONFIRMATION =
      List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

  private static final Set<String> CONFIRMATIONS =
      Set.of("SubscriptionConfirmation", "UnsubscribeConfirmation");

  private final WebPages pages;
  private final Clock clock;
  private final Cache<URI, X509Certificate> certificates =
      Caffeine.newBuilder().maximumSize(CERTIFICATES).expireAfterWrite(1, TimeUnit.DAYS).build();

  public SnsSignatures(WebPages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Whether a message is signed with a certificate that is valid now.
   *
   * @param certificate a trusted address
   */
  boolean isSigned(JsonNode message, URI certificate) {
    try {
      X509Certificate signer = certificate(certificate);
      signer.checkValidity(Date.from(clock.instant()));
      Signature signature = Signature.getInstance(algorithm(message));
      signature.initVerify(signer.getPublicKey());
      signature.update(signedText(message).getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(message.path("Signature").asText("")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      LOG.info("a message of SNS is not signed as it should be: {}", e.toString());
      return false;
    }
  }

  private X509Certificate certificate(URI address) throws CertificateException {
    X509Certificate known = certificates.getIfPresent(address);
    if (known != null) {
      return known;
    }
    X509Certificate fresh =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pages.get(address)));
    certificates.put(address, fresh);
    return fresh;
  }

  private static String algorithm(JsonNode message) {
    return message.path("SignatureVersion").asText("").equals("2")
        ? "SHA256withRSA"
        : "SHA1withRSA";
  }

  private static String signedText(JsonNode message) {
    List<String> fields =
        CONFIRMATIONS.contains(message.path("Type").asText("")) ? CONFIRMATION : NOTIFICATION;
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      if (message.hasNonNull(field)) {
        text.append(field).append('\n').append(message.get(field).asText()).append('\n');
      }
    }
    return text.toString();
  }
}
