package com.quaily.delivery.sending;

import com.quaily.delivery.bounce.ReturnPath;
import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.delivery.transport.DkimSigner;
import java.util.Optional;

/**
 * What tells receivers and reports whose emails they are.
 *
 * @param signer empty = emails are not signed
 * @param returnPath empty = bounces return to the sender's address
 */
public record SenderMarks(Optional<DkimSigner> signer, Optional<ReturnPath> returnPath) {

  /** Names an email in reports; empty if reports are not read. */
  public Optional<String> mark(MarkedMail mail) {
    return returnPath.map(path -> path.mark(mail));
  }

  /** The address to which the bounce of an email returns; empty = the sender's. */
  public Optional<String> address(MarkedMail mail) {
    return returnPath.map(path -> path.address(mail));
  }

  /** The email with its signature, if emails are signed. */
  public byte[] sign(byte[] mail) {
    return signer.map(dkim -> dkim.sign(mail)).orElse(mail);
  }
}
