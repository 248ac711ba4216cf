package com.quaily.resource.channel;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.dao.DomainDao;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.RawConnection;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ChannelDomainApiTest {

  private final TestInstance instance;
  private final Author author;
  private final String path;
  private final String domain = ApiClient.newSlug() + ".example.net";

  ChannelDomainApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.path = "/lists/" + author.slug() + "/domain";
  }

  private Reply set(Author owner, String name) {
    return owner
        .api()
        .put(
            "/lists/" + owner.slug() + "/domain",
            json("custom_domain_enabled", true, "domain", name));
  }

  /** Sets the record that proves that the domain belongs to the channel. */
  private void prove(Author owner) {
    JsonNode records = owner.api().get("/lists/" + owner.slug() + "/domain").data();
    SharedInstance.dns()
        .text(
            records.get("expected_text_name").textValue(),
            records.get("expected_text").textValue());
  }

  private RawConnection.Answer ask(String host, String page) {
    try (RawConnection connection = new RawConnection(URI.create(instance.url()).getPort())) {
      return connection.ask("GET", page, "Host: " + host);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDomainThatPointsHereServesTheChannel() {
    author.published("hello", "Text");
    SharedInstance.dns().alias(domain, SharedInstance.DOMAIN_TARGET);
    JsonNode pending = set(author, domain).data();
    assertEquals(0, pending.get("domain_status").intValue());
    assertTrue(pending.get("custom_domain_enabled").booleanValue());
    assertEquals(404, author.nobody().get("/lists/domains/" + domain).status());
    prove(author);

    JsonNode check = author.api().post(path + "/verify", null).data();

    assertEquals(1, check.get("domain_status").intValue());
    assertEquals(1, check.get("domain_check_count").intValue());
    assertTrue(check.get("domain_check_expired_at").isNull());
    assertEquals(SharedInstance.DOMAIN_TARGET, check.get("expected_alias").textValue());
    assertEquals(
        author.slug(),
        author.nobody().get("/lists/domains/" + domain).data().get("slug").textValue());
    Waiting.until("the article at its own domain", () -> ask(domain, "/p/hello").status() == 200);
    String canonical = "https://" + domain + "/p/hello";
    Waiting.until("canonical", () -> ask(domain, "/p/hello").text().contains(canonical));
  }

  @Test
  void anApexDomainPointsHereByItsAddresses() {
    SharedInstance.dns().address(domain, SharedInstance.DOMAIN_ADDRESS);
    SharedInstance.dns().address(domain, "2001:db8:0:0::7");
    set(author, domain);
    prove(author);

    JsonNode check = author.api().post(path + "/verify", null).data();

    assertEquals(1, check.get("domain_status").intValue(), check.toString());
  }

  @Test
  void aDomainThatMerelyPointsHereIsNotVerified() {
    SharedInstance.dns().alias(domain, SharedInstance.DOMAIN_TARGET);
    set(author, domain);
    SharedInstance.dns().text("_quaily." + domain, "quaily-verification=somebody-elses");

    JsonNode check = author.api().post(path + "/verify", null).data();

    assertEquals(2, check.get("domain_status").intValue());
    assertTrue(check.get("leads_here").booleanValue());
    assertFalse(check.get("owned").booleanValue());
    assertEquals("_quaily." + domain, check.get("expected_text_name").textValue());
    assertEquals(404, author.nobody().get("/lists/domains/" + domain).status());
  }

  @Test
  void anAliasOfTheChannelsOwnNameProvesBoth() {
    set(author, domain);
    String own = author.api().get(path).data().get("expected_own_alias").textValue();
    assertTrue(own.endsWith("." + SharedInstance.DOMAIN_TARGET), own);
    SharedInstance.dns().alias(domain, own);

    JsonNode check = author.api().post(path + "/verify", null).data();

    assertEquals(1, check.get("domain_status").intValue(), check.toString());
  }

  @Test
  void theOwnerOfADomainTakesItFromAChannelThatOnlyReservedIt() {
    Author squatter = Author.of(instance);
    set(squatter, domain);
    assertEquals(409, set(author, domain).status());
    String message = set(author, domain).body().get("message").textValue();
    String value = message.replaceAll(".*value (\\S+)\\.$", "$1");
    SharedInstance.dns().text("_quaily." + domain, value);

    assertEquals(domain, set(author, domain).data().get("domain").textValue());

    assertEquals(
        "", squatter.api().get("/lists/" + squatter.slug()).data().get("domain").textValue());
    assertEquals(409, set(squatter, domain).status());
  }

  @Test
  void everyAddressMustPointHere() {
    SharedInstance.dns().address(domain, SharedInstance.DOMAIN_ADDRESS);
    SharedInstance.dns().address(domain, "198.51.100.1");
    set(author, domain);

    JsonNode check = author.api().post(path + "/verify", null).data();

    assertEquals(2, check.get("domain_status").intValue());
    assertTrue(check.get("found").toString().contains("198.51.100.1"));
    assertFalse(check.get("domain_check_expired_at").isNull());
    assertEquals(404, author.nobody().get("/lists/domains/" + domain).status());
  }

  @Test
  void aRemovedDomainIsNoLongerServed() {
    SharedInstance.dns().alias(domain, SharedInstance.DOMAIN_TARGET);
    set(author, domain);
    prove(author);
    author.api().post(path + "/verify", null);
    Waiting.until("shown", () -> ask(domain, "/feed/atom").status() == 200);

    author.api().put(path, json("custom_domain_enabled", false));

    Waiting.until("not shown", () -> ask(domain, "/feed/atom").status() != 200);
    JsonNode channel = author.api().put(path, json("domain", "")).data();
    assertEquals("", channel.get("domain").textValue());
  }

  @Test
  void aDomainBelongsToOneChannel() {
    Author other = Author.of(instance);
    set(author, domain);

    Reply reply = set(other, domain.toUpperCase(Locale.ROOT));

    assertEquals(409, reply.status());
    assertEquals(ErrorCode.DOMAIN_TAKEN.number(), reply.code());
  }

  @Test
  void aDomainThatWasNotVerifiedInTimeCanBeTakenByAnotherChannel() {
    long id = set(author, domain).data().get("id").asLong();
    instance
        .instance()
        .modules()
        .orElseThrow()
        .database()
        .dao(DomainDao.class)
        .resetDomainCheck(id, Instant.parse("2020-01-01T00:00:00Z"), null);
    Author other = Author.of(instance);

    assertEquals(200, set(other, domain).status());
    assertEquals("", author.api().get("/lists/" + author.slug()).data().get("domain").textValue());
  }

  @Test
  void namesInOtherScriptsAreKeptAsBrowsersAskForThem() {
    String name = "手紙." + domain;

    assertTrue(
        set(author, name).data().get("domain").textValue().matches("xn--[a-z0-9]+[.].*"), name);
  }

  @Test
  void invalidDomainsAreRejected() {
    for (String name :
        new String[] {
          "localhost",
          "a b.example",
          "-a.example",
          "192.0.2.1",
          "a..example",
          "x.example:80",
          "https://a.example",
          "127.0.0.1",
          "a_b.example",
          "a.example/"
        }) {
      Reply reply = set(author, name);
      assertEquals(422, reply.status(), name);
      assertEquals("domain", reply.body().get("field").textValue(), name);
    }
  }

  @Test
  void theCanonicalBaseIsAPlainAddress() {
    JsonNode channel =
        author.api().put(path, json("canonical_base", "https://letters.example/notes")).data();
    assertEquals("https://letters.example/notes", channel.get("canonical_base").textValue());
    for (String base : new String[] {"/a", "https://a.example/?b", "https://a@b.example", "x"}) {
      Reply reply = author.api().put(path, json("canonical_base", base));
      assertEquals("canonical_base", reply.body().path("field").textValue(), base);
    }
  }

  @Test
  void withoutADomainThereIsNothingToVerify() {
    assertEquals(422, author.api().post(path + "/verify", null).status());
    assertEquals(403, author.somebodyElse().post(path + "/verify", null).status());
  }
}
