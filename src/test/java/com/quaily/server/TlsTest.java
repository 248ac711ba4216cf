package com.quaily.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Creates certificates with the JDK's keytool. */
class TlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir Path directory;

  /** A key pair with its self-signed certificate. */
  private record Identity(PrivateKey key, X509Certificate certificate) {}

  @Test
  void servesHttp2OverTls() throws Exception {
    Identity identity = identity("EC", "-groupname", "secp256r1");
    try (EmbeddedServer server = server(write(identity))) {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting(identity))
              .build()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("https://localhost:" + server.tlsPort().orElseThrow() + "/"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(HttpClient.Version.HTTP_2, answer.version());
    }
  }

  @Test
  void plainHttpIsSentToHttpsExceptForMonitorsAndCertificateAuthorities() throws Exception {
    Identity identity = identity("EC", "-groupname", "secp256r1");
    try (EmbeddedServer server = server(write(identity))) {
      HttpResponse<String> answer = plain(server, "/letters/p/hello?a=b");
      assertEquals(308, answer.statusCode());
      String location = answer.headers().firstValue("Location").orElseThrow();
      assertTrue(location.startsWith("https://localhost"), location);
      assertTrue(location.endsWith("/letters/p/hello?a=b"), location);
      for (String path :
          List.of("/healthz", "/readyz", "/metrics", "/.well-known/acme-challenge/token")) {
        assertEquals(200, plain(server, path).statusCode(), path);
      }
    }
  }

  private static HttpResponse<String> plain(EmbeddedServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void usesARenewedCertificate() throws Exception {
    Identity first = identity("EC", "-groupname", "secp256r1");
    ServerSettings.Tls tls = write(first);
    TlsCertificate underTest = new TlsCertificate(tls);
    underTest.contextFactory().start();
    Identity renewed = identity("RSA", "-keysize", "2048");
    write(renewed);
    Files.setLastModifiedTime(tls.certificate(), FileTime.fromMillis(1_000_000));
    underTest.reloadIfChanged();
    assertEquals(
        renewed.certificate(), underTest.contextFactory().getKeyStore().getCertificate("server"));
  }

  @Test
  void keepsTheOldCertificateWhenTheNewOneIsBroken() throws Exception {
    Identity first = identity("EC", "-groupname", "secp256r1");
    ServerSettings.Tls tls = write(first);
    TlsCertificate underTest = new TlsCertificate(tls);
    underTest.contextFactory().start();
    Files.writeString(tls.certificate(), "half a fi");
    Files.setLastModifiedTime(tls.certificate(), FileTime.fromMillis(1_000_000));
    underTest.reloadIfChanged();
    assertEquals(
        first.certificate(), underTest.contextFactory().getKeyStore().getCertificate("server"));
  }

  @Test
  void readsTheOlderKeyFormats() throws Exception {
    for (Identity identity :
        List.of(identity("RSA", "-keysize", "2048"), identity("EC", "-groupname", "secp384r1"))) {
      String kind = identity.key().getAlgorithm() + " ";
      String older = pem(kind + "PRIVATE KEY", innerKey(identity.key().getEncoded()));
      PrivateKey read = Pem.privateKey(older, identity.certificate().getPublicKey());
      assertEquals(identity.key(), read);
    }
  }

  @Test
  void readsAKeyThatFollowsTheParametersOfItsCurve() throws Exception {
    Identity identity = identity("EC", "-groupname", "secp256r1");
    String parameters = pem("EC PARAMETERS", new byte[] {5, 0});
    String key = pem("EC PRIVATE KEY", innerKey(identity.key().getEncoded()));
    assertEquals(
        identity.key(), Pem.privateKey(parameters + key, identity.certificate().getPublicKey()));
  }

  @Test
  void readsAWholeChain() throws Exception {
    Identity first = identity("EC", "-groupname", "secp256r1");
    Identity second = identity("EC", "-groupname", "secp256r1");
    String chain =
        pem("CERTIFICATE", first.certificate().getEncoded())
            + pem("CERTIFICATE", second.certificate().getEncoded());
    List<X509Certificate> read = Pem.certificates(chain);
    assertEquals(List.of(first.certificate(), second.certificate()), read);
    assertNotEquals(read.get(0), read.get(1));
  }

  @Test
  void namesTheCauseWhenTheKeyIsLocked() throws Exception {
    Identity identity = identity("EC", "-groupname", "secp256r1");
    ServerSettings.Tls tls = write(identity);
    Files.writeString(tls.key(), pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> new TlsCertificate(tls));
    assertTrue(refused.getMessage().contains("passphrase"), refused.getMessage());
  }

  @Test
  void namesTheCauseWhenAnOlderKeyIsLocked() throws Exception {
    Identity identity = identity("EC", "-groupname", "secp256r1");
    ServerSettings.Tls tls = write(identity);
    String locked = pem("EC PRIVATE KEY", new byte[] {1, 2, 3});
    Files.writeString(
        tls.key(),
        locked.replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> new TlsCertificate(tls));
    assertTrue(refused.getMessage().contains("passphrase"), refused.getMessage());
  }

  private EmbeddedServer server(ServerSettings.Tls tls) {
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    EmbeddedServer server =
        new EmbeddedServer(
            new ServerSettings(
                plain.host(),
                plain.port(),
                plain.trustedProxies(),
                plain.threads(),
                plain.limits(),
                Optional.of(tls),
                plain.requestLog(),
                plain.cleartextHttp2()),
            new Handler.Abstract() {
              @Override
              public boolean handle(Request request, Response response, Callback callback) {
                callback.succeeded();
                return true;
              }
            },
            UnaryOperator.identity());
    server.start();
    return server;
  }

  private ServerSettings.Tls write(Identity identity) throws Exception {
    Path certificate = directory.resolve("chain.pem");
    Path key = directory.resolve("key.pem");
    Files.writeString(certificate, pem("CERTIFICATE", identity.certificate().getEncoded()));
    Files.writeString(key, pem("PRIVATE KEY", identity.key().getEncoded()));
    return new ServerSettings.Tls(0, certificate, key);
  }

  private Identity identity(String algorithm, String option, String value) throws Exception {
    Path file = Files.createTempFile(directory, "identity", ".p12");
    Files.delete(file);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                option,
                value,
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD.toCharArray());
    return new Identity(
        (PrivateKey) store.getKey("server", PASSWORD.toCharArray()),
        (X509Certificate) store.getCertificate("server"));
  }

  private static SSLContext trusting(Identity identity) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", identity.certificate());
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  /** The older format is what PKCS #8 carries in its octet string, the last inner element. */
  private static byte[] innerKey(byte[] pkcs8) {
    int at = headerLength(pkcs8, 0);
    at += headerLength(pkcs8, at) + contentLength(pkcs8, at);
    at += headerLength(pkcs8, at) + contentLength(pkcs8, at);
    at += headerLength(pkcs8, at);
    return Arrays.copyOfRange(pkcs8, at, pkcs8.length);
  }

  private static int headerLength(byte[] der, int at) {
    return 2 + (der[at + 1] >= 0 ? 0 : der[at + 1] & 0x7F);
  }

  private static int contentLength(byte[] der, int at) {
    return der[at + 1] >= 0
        ? der[at + 1]
        : new BigInteger(1, Arrays.copyOfRange(der, at + 2, at + headerLength(der, at))).intValue();
  }
}
