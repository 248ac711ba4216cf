package com.quaily.delivery.transport;

import java.io.Closeable;

/** A way to hand over emails. Thread-safe; each call handles one email. */
public interface MailTransport extends Closeable {

  /** Shown in reports; without secrets. */
  String name();

  /** Hands over an email. Does not throw for what the server or the network did. */
  Handover send(Envelope mail);

  @Override
  void close();
}
