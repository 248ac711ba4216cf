package com.quaily.command.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.quaily.command.doctor.Finding.Level;
import com.quaily.config.Settings;
import com.quaily.database.ServerReport;
import com.quaily.delivery.mail.MailSettings;
import com.quaily.delivery.transport.TransportSettings;
import com.quaily.delivery.transport.TransportSettings.Ses;
import com.quaily.model.Site;
import com.quaily.server.ServerSettings;
import com.quaily.service.domain.DnsResolver;
import com.quaily.testing.DnsServer;
import com.quaily.testing.MemoryStorage;
import com.quaily.testing.RemoteStub;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Site SITE = new Site("Letters", "http://letters.example");

  private final DnsServer dns = new DnsServer();
  private final DnsResolver resolver = new DnsResolver(dns.address());

  @AfterEach
  void close() {
    dns.close();
  }

  private static Level level(List<Finding> findings, String part) {
    return findings.stream()
        .filter(finding -> finding.part().equals(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(part + " is not in " + findings))
        .level();
  }

  private List<Finding> mail(String smtpUrl, String selector) {
    MailSettings settings =
        new MailSettings(smtpUrl, "Letters <a@letters.example>", Duration.ofSeconds(20));
    Optional<SenderCheck.Key> key =
        Optional.ofNullable(selector).map(name -> new SenderCheck.Key(name, Optional.empty()));
    return new MailCheck(settings, List.of(), resolver, key, CLOCK).look();
  }

  private static Level ses(int status, String account) {
    try (RemoteStub stub = new RemoteStub()) {
      stub.answer("/v2/email/account", status, account);
      TransportSettings settings =
          new TransportSettings(
              List.of("smtp://mail.example", "ses://eu-west-1", "provider://hub"),
              new Ses("key", "secret", stub.uri("").toString(), ""),
              List.of(),
              List.of());
      List<Finding> findings = new TransportCheck(settings, Duration.ofSeconds(30)).look();
      assertEquals(2, findings.size(), findings::toString);
      assertEquals(Level.OK, level(findings, "provider"));
      return level(findings, "ses");
    }
  }

  @Test
  void anAccountAtSesMustSendToAnyAddress() {
    assertEquals(Level.OK, ses(200, "{\"SendingEnabled\":true,\"ProductionAccessEnabled\":true}"));
    assertEquals(
        Level.WARNING, ses(200, "{\"SendingEnabled\":true,\"ProductionAccessEnabled\":false}"));
    assertEquals(
        Level.FAULT, ses(200, "{\"SendingEnabled\":false,\"ProductionAccessEnabled\":true}"));
    assertEquals(Level.FAULT, ses(403, "{}"));
  }

  @Test
  void aDomainWithoutRecordsIsWarnedOf() {
    List<Finding> findings = mail("", null);
    for (String part : List.of("smtp", "spf", "dmarc", "dkim", "mx")) {
      assertEquals(Level.WARNING, level(findings, part), part);
    }
    assertTrue(findings.toString().contains("add a TXT record _dmarc.letters.example: v=DMARC1"));
  }

  @Test
  void aDomainWithItsRecordsIsFine() {
    dns.text("letters.example", "v=spf1 mx ~all");
    dns.text("_dmarc.letters.example", "v=DMARC1; p=none");
    dns.text("main._domainkey.letters.example", "v=DKIM1; k=rsa; p=MIIB");
    dns.mailServer("letters.example", "mx.letters.example");
    List<Finding> findings = mail("", "main");
    for (String part : List.of("spf", "dmarc", "dkim", "mx")) {
      assertEquals(Level.OK, level(findings, part), part);
    }
  }

  @Test
  void twoSpfRecordsAreAFault() {
    dns.text("letters.example", "v=spf1 mx ~all");
    dns.text("letters.example", "v=spf1 a ~all");
    assertEquals(Level.FAULT, level(mail("", null), "spf"));
  }

  private List<Finding> sender(String ownKey) {
    SenderCheck.Key key = new SenderCheck.Key("main", Optional.of(ownKey));
    return new SenderCheck(
            "letters.example", resolver, Optional.of(key), List.of("mx.letters.example"))
        .look();
  }

  @Test
  void thePublishedKeyMustBeTheOneThatSigns() {
    dns.text("main._domainkey.letters.example", "v=DKIM1; k=rsa; p=MIIB");
    assertEquals(Level.OK, level(sender("MIIB"), "dkim"));
    assertEquals(Level.FAULT, level(sender("MIIC"), "dkim"));
  }

  @Test
  void aRevokedKeyIsAFault() {
    dns.text("main._domainkey.letters.example", "v=DKIM1; p=");
    assertEquals(Level.FAULT, level(sender("MIIB"), "dkim"));
  }

  @Test
  void aDmarcRecordNeedsAPolicy() {
    dns.text("_dmarc.letters.example", "v=DMARC1; rua=mailto:a@letters.example");
    assertEquals(Level.FAULT, level(sender("MIIB"), "dmarc"));
  }

  @Test
  void theAddressesOfMailServersMustHaveNamesThatLeadBack() {
    dns.address("mx.letters.example", "192.0.2.9");
    assertEquals(Level.WARNING, level(sender("MIIB"), "reverse"));
    dns.reverse("192.0.2.9", "mx.letters.example");
    assertEquals(Level.OK, level(sender("MIIB"), "reverse"));
  }

  @Test
  void theMailServerIsAskedWithTheLogin() {
    GreenMail server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    server.setUser("sender", "right");
    server.start();
    try {
      String place = "127.0.0.1:" + server.getSmtp().getPort();
      assertEquals(Level.OK, level(mail("smtp://sender:right@" + place, null), "smtp"));
      assertEquals(Level.FAULT, level(mail("smtp://sender:wrong@" + place, null), "smtp"));
      assertEquals(0, server.getReceivedMessages().length);
    } finally {
      server.stop();
    }
  }

  private List<Finding> site() {
    return new SiteCheck(SITE, ServerSettings.plain("127.0.0.1", 0), resolver, CLOCK).look();
  }

  @Test
  void anAddressMustHaveTheNameOfItsMachine() {
    assertEquals(Level.FAULT, level(site(), "site"));
    dns.address("letters.example", "192.0.2.7");
    assertEquals(Level.OK, level(site(), "site"));
    assertEquals(Level.WARNING, level(site(), "reverse"));
    dns.reverse("192.0.2.7", "letters.example");
    assertEquals(Level.OK, level(site(), "reverse"));
  }

  @Test
  void aCertificateIsWarnedOfTwoWeeksBeforeItsEnd() {
    SiteCheck underTest =
        new SiteCheck(SITE, ServerSettings.plain("127.0.0.1", 0), resolver, CLOCK);
    assertEquals(Level.OK, underTest.expiry("a", NOW.plus(Duration.ofDays(15))).level());
    assertEquals(Level.WARNING, underTest.expiry("a", NOW.plus(Duration.ofDays(13))).level());
    assertEquals(Level.FAULT, underTest.expiry("a", NOW.minusSeconds(1)).level());
  }

  @Test
  void storageIsTriedAndLeftAsItWas() {
    MemoryStorage storage = new MemoryStorage();
    assertEquals(Level.OK, level(new StorageCheck(storage).look(), "storage"));
    try (var left = storage.list("")) {
      assertEquals(0, left.count());
    }
    storage.setDown(true);
    assertEquals(Level.FAULT, level(new StorageCheck(storage).look(), "storage"));
  }

  @Test
  void diskJavaAndTimeZonesHaveTheirLimits() {
    Path place = Path.of("/data");
    assertEquals(Level.OK, MachineCheck.disk(place, 40L << 30, 100L << 30).level());
    assertEquals(Level.WARNING, MachineCheck.disk(place, 9L << 30, 100L << 30).level());
    assertEquals(Level.FAULT, MachineCheck.disk(place, 100L << 20, 100L << 30).level());
    assertEquals(Level.FAULT, MachineCheck.java(16).level());
    assertEquals(Level.OK, MachineCheck.java(17).level());
    MachineCheck machine = new MachineCheck(place, CLOCK);
    assertEquals(Level.OK, machine.zones("2025b").level());
    assertEquals(Level.WARNING, machine.zones("2024b").level());
  }

  private static List<Finding> database(String version, boolean replica, Instant clock) {
    Settings settings = Settings.load(Optional.empty(), Map.of(), Map.of());
    return new DatabaseCheck(settings)
        .findings(
            new ServerReport(
                version, replica, List.of("pg_trgm"), Duration.ofNanos(300_000), 20, 100, 1, clock),
            NOW);
  }

  @Test
  void aDatabaseMustBeAPrimaryThatIsNotTooOldAndHasTheTime() {
    assertEquals(Level.OK, level(database("18.4", false, NOW), "database"));
    assertEquals(Level.FAULT, level(database("18.4", true, NOW), "database"));
    assertEquals(Level.FAULT, level(database("13.9", false, NOW), "database"));
    assertEquals(Level.OK, level(database("18.4", false, NOW), "clock"));
    assertEquals(Level.FAULT, level(database("18.4", false, NOW.plusSeconds(3)), "clock"));
  }

  @Test
  void namesAreNoAddressesOfProxies() {
    ServerSettings plain = ServerSettings.plain("127.0.0.1", 0);
    ServerSettings named =
        new ServerSettings(
            plain.host(),
            plain.port(),
            Set.of("proxy.internal"),
            plain.threads(),
            plain.limits(),
            plain.tls(),
            plain.requestLog(),
            plain.cleartextHttp2());
    assertEquals(
        Level.FAULT, level(new ServerCheck(named, "http://letters.example").look(), "proxies"));
    assertEquals(
        Level.WARNING, level(new ServerCheck(plain, "https://letters.example").look(), "proxies"));
    assertEquals(Level.OK, level(new ServerCheck(plain, "http://a.example").look(), "proxies"));
  }
}
