package com.quaily.page.sitemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.html.PageSamples;
import com.quaily.page.template.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class SitemapRendererTest {

  private final SitemapRenderer underTest = new SitemapRenderer();

  @Test
  void aSitemapKeepsToItsSchema() throws SAXException, IOException {
    byte[] sitemap =
        underTest.urlset(
            List.of(
                new SitemapEntry(
                    "https://quaily.example/letters/p/a?b&c<d>\u0001",
                    PageSamples.PUBLISHED,
                    List.of("https://quaily.example/media/a.webp")),
                new SitemapEntry(
                    "https://quaily.example/letters", PageSamples.FOUNDED, List.of())));
    validate(sitemap, "sitemap", "sitemap-image");
    String xml = new String(sitemap, StandardCharsets.UTF_8);
    assertTrue(xml.contains("<loc>https://quaily.example/letters/p/a?b&amp;c&lt;d&gt;</loc>"));
    assertTrue(xml.contains("<lastmod>2026-05-17T06:30:00Z</lastmod>"));
  }

  @Test
  void anIndexKeepsToItsSchema() throws SAXException, IOException {
    byte[] index =
        underTest.index(
            List.of(
                new SitemapIndexEntry(
                    "https://quaily.example/letters/sitemap-1.xml", PageSamples.PUBLISHED)));
    validate(index, "siteindex");
  }

  @Test
  void theSchemaWouldNoticeAFault() {
    byte[] faulty =
        new String(underTest.urlset(List.of()), StandardCharsets.UTF_8)
            .replace("</urlset>", "<url><lastmod>now</lastmod></url></urlset>")
            .replace("/>", "><url/></urlset>")
            .getBytes(StandardCharsets.UTF_8);
    assertThrows(SAXException.class, () -> validate(faulty, "sitemap", "sitemap-image"));
  }

  @Test
  void tooManyEntriesAreRefused() {
    List<SitemapIndexEntry> many =
        Collections.nCopies(
            SitemapRenderer.MOST_ENTRIES + 1,
            new SitemapIndexEntry("https://quaily.example/", PageSamples.FOUNDED));
    assertThrows(IllegalArgumentException.class, () -> underTest.index(many));
  }

  @Test
  void robotsTxtNamesTheSitemap() {
    String robots = RobotsText.of(List.of("https://quaily.example/sitemap_index.xml"));
    List<String> lines = robots.lines().toList();
    assertEquals("User-agent: *", lines.get(0));
    assertTrue(lines.contains("Disallow: /api/"));
    assertTrue(lines.contains("Sitemap: https://quaily.example/sitemap_index.xml"));
    assertTrue(
        lines.stream().noneMatch("Disallow: /dev"::equals), "a channel may be called devotion");
  }

  private static void validate(byte[] xml, String... schemas) throws SAXException, IOException {
    Source[] sources =
        Stream.of(schemas)
            .map(name -> Resources.bytes("schema/" + name + ".xsd"))
            .map(bytes -> new StreamSource(new ByteArrayInputStream(bytes)))
            .toArray(Source[]::new);
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
  }
}
