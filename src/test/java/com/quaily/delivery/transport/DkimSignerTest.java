package com.quaily.delivery.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;

class DkimSignerTest {

  private static final String MAIL =
      "From: Letters <post@letters.example>\r\n"
          + "To: reader@mail.example\r\n"
          + "Subject: =?UTF-8?Q?=E6=89=8B=E7=B4=99?=\r\n =?UTF-8?Q?=E3=80=82?=\r\n"
          + "Message-ID: <1-2.delivery@letters.example>\r\n"
          + "List-Unsubscribe: <https://letters.example/api/subscriptions/a/delete?trace_id=1>\r\n"
          + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
          + "\r\n"
          + "Hello  reader\r\n\r\n";

  private final KeyPair keys;
  private final DkimSigner underTest;

  DkimSignerTest() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    underTest = new DkimSigner("letters.example", "quaily", keys.getPrivate());
  }

  private List<SignatureRecord> verify(String mail) throws Exception {
    PublicKeyRecordRetriever dns =
        (method, selector, domain) -> {
          assertEquals("quaily._domainkey.letters.example", selector + "._domainkey." + domain);
          return List.of(
              "v=DKIM1; k=rsa; p="
                  + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        };
    return new DKIMVerifier(dns)
        .verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
  }

  private String signed() {
    return new String(
        underTest.sign(MAIL.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
  }

  @Test
  void aReceiverFindsTheSignatureRight() throws Exception {
    String mail = signed();

    SignatureRecord signature = verify(mail).get(0);

    assertEquals("letters.example", signature.getDToken().toString());
    String fields = signature.getHeaders().toString().toLowerCase(Locale.ROOT);
    assertTrue(fields.contains("list-unsubscribe-post"), fields);
    assertTrue(mail.endsWith(MAIL));
    assertTrue(mail.lines().allMatch(line -> line.length() < 160), mail);
  }

  @Test
  void aChangedOrAddedFieldBreaksIt() {
    String mail = signed();

    assertThrows(FailException.class, () -> verify(mail.replace("One-Click", "Two-Click")));
    assertThrows(FailException.class, () -> verify(mail.replace("Hello", "Hallo")));
    assertThrows(
        FailException.class,
        () -> verify(mail.replace("To: reader", "From: other@evil.example\r\nTo: reader")));
  }
}
