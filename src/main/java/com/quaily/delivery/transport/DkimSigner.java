package com.quaily.delivery.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Arrays;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.BodyHasher;
import org.apache.james.jdkim.exceptions.FailException;

/** Signs emails as RFC 6376 says, so that receivers know the sender's domain. Thread-safe. */
public final class DkimSigner {

  /**
   * Everything that a receiver trusts. From is named twice, so that nobody can add another one. RFC
   * 8058 demands both fields of one-click unsubscribing.
   */
  private static final String FIELDS =
      "from:from:to:subject:date:message-id:mime-version:content-type:list-id:list-unsubscribe:"
          + "list-unsubscribe-post:feedback-id";

  private final String template;
  private final PrivateKey key;

  /**
   * @param domain whose DNS has the public key
   * @param selector names the key there
   */
  public DkimSigner(String domain, String selector, PrivateKey key) {
    this.template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d="
            + domain
            + "; s="
            + selector
            + "; t=; h="
            + FIELDS
            + "; bh=; b=;";
    this.key = key;
  }

  /** The signed email. */
  public byte[] sign(byte[] mail) {
    try {
      String field = signature(mail);
      byte[] header = (folded(field) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      byte[] signed = new byte[header.length + mail.length];
      System.arraycopy(header, 0, signed, 0, header.length);
      System.arraycopy(mail, 0, signed, header.length, mail.length);
      return signed;
    } catch (IOException | FailException e) {
      throw new IllegalStateException("the email was not signed", e);
    }
  }

  /**
   * The email without our signature, for a service that changes signed fields and adds a signature.
   */
  public static byte[] unsigned(byte[] mail) {
    String first = MailFields.of(mail).getFields().get(0);
    return first.startsWith("DKIM-Signature:")
        ? Arrays.copyOfRange(mail, first.length() + 2, mail.length)
        : mail;
  }

  private String signature(byte[] mail) throws IOException, FailException {
    DKIMSigner signer = new DKIMSigner(template, key);
    BodyHasher body = signer.newBodyHasher(signer.newSignatureRecordTemplate(template));
    MailFields fields = MailFields.of(mail);
    try (OutputStream out = body.getOutputStream()) {
      out.write(mail, fields.bytes(), mail.length - fields.bytes());
    }
    return signer.sign(fields, body);
  }

  /** Breaks lines only where white space was or is not signed. */
  private static String folded(String field) {
    StringBuilder folded = new StringBuilder(field.length() + 64);
    int line = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      folded.append(c);
      line++;
      boolean tagEnd = c == ';' && i + 1 < field.length();
      if (tagEnd || (line >= 72 && c != '=' && inSignature(field, i))) {
        folded.append("\r\n ");
        line = 1;
      }
    }
    return folded.toString();
  }

  /** White space within the signature itself is not signed. */
  private static boolean inSignature(String field, int index) {
    int tag = field.lastIndexOf(';', index);
    String name = field.substring(tag + 1, Math.min(field.length(), tag + 6)).strip();
    return name.startsWith("b=");
  }
}
