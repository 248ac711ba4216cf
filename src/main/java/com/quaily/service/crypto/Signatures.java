package com.quaily.service.crypto;

import com.quaily.dao.ServerSecretDao;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs values that are not stored, with a key that all instances share. */
public final class Signatures {

  private static final String ALGORITHM = "HmacSHA256";

  private final ServerSecretDao serverSecretDao;
  private volatile SecretKeySpec key;

  public Signatures(ServerSecretDao serverSecretDao) {
    this.serverSecretDao = serverSecretDao;
  }

  /**
   * The signature of a text, in 43 URL-safe characters.
   *
   * @param purpose prevents use of the signature for anything else
   */
  public String sign(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      byte[] signature = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private SecretKeySpec key() {
    if (key == null) {
      byte[] secret = HexFormat.of().parseHex(serverSecretDao.selectSigningKey());
      key = new SecretKeySpec(secret, ALGORITHM);
    }
    return key;
  }
}
