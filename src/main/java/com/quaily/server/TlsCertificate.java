package com.quaily.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's certificate, read from PEM files and reloaded when they change. */
final class TlsCertificate {

  private static final Logger LOG = LoggerFactory.getLogger(TlsCertificate.class);
  private static final String ALIAS = "server";

  /** The key store is in memory only but requires a password. */
  private static final String IN_MEMORY = "in-memory";

  private final ServerSettings.Tls settings;
  private final SslContextFactory.Server contextFactory = new SslContextFactory.Server();
  private List<FileTime> loaded;

  TlsCertificate(ServerSettings.Tls settings) {
    this.settings = settings;
    try {
      loaded = fileTimes();
      contextFactory.setKeyStore(read());
      contextFactory.setKeyStorePassword(IN_MEMORY);
      // Clients that send no name, or another one, also get this certificate.
      contextFactory.setSniRequired(false);
    } catch (IOException e) {
      throw new UncheckedIOException("The TLS certificate cannot be read: " + e, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The TLS certificate cannot be used: " + e.getMessage(), e);
    }
  }

  SslContextFactory.Server contextFactory() {
    return contextFactory;
  }

  /**
   * Loads a renewed certificate for new connections. An invalid one is logged and the old one
   * stays; it is tried again when the files change.
   */
  synchronized void reloadIfChanged() {
    try {
      List<FileTime> now = fileTimes();
      if (now.equals(loaded)) {
        return;
      }
      loaded = now;
      KeyStore renewed = read();
      contextFactory.reload(factory -> factory.setKeyStore(renewed));
      LOG.info("Loaded new TLS certificate from {}", settings.certificate());
    } catch (Exception e) {
      LOG.error(
          "The changed TLS certificate {} cannot be used; keeping the old one",
          settings.certificate(),
          e);
    }
  }

  private List<FileTime> fileTimes() throws IOException {
    return List.of(
        Files.getLastModifiedTime(settings.certificate()),
        Files.getLastModifiedTime(settings.key()));
  }

  private KeyStore read() throws IOException, GeneralSecurityException {
    List<X509Certificate> chain = Pem.certificates(Files.readString(settings.certificate()));
    PrivateKey key = Pem.privateKey(Files.readString(settings.key()), chain.get(0).getPublicKey());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(ALIAS, key, IN_MEMORY.toCharArray(), chain.toArray(X509Certificate[]::new));
    return store;
  }
}
