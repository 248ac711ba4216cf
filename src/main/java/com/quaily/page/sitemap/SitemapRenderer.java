package com.quaily.page.sitemap;

import com.quaily.page.template.XmlText;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Renders sitemaps in the sitemaps.org 0.9 format. Thread-safe. */
public final class SitemapRenderer {

  /** The protocol's maximum number of URLs in one file. */
  public static final int MOST_ENTRIES = 50_000;

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";
  private static final int MOST_IMAGES = 1000;

  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

  /**
   * A sitemap of pages, UTF-8.
   *
   * @throws IllegalArgumentException for more than {@link #MOST_ENTRIES}
   */
  public byte[] urlset(List<SitemapEntry> entries) {
    return write(
        "urlset",
        entries.size(),
        xml -> {
          xml.writeNamespace("image", IMAGE);
          for (SitemapEntry entry : entries) {
            xml.writeStartElement("url");
            writeLocation(xml, entry.url(), entry.lastModified());
            for (String image : entry.images().stream().limit(MOST_IMAGES).toList()) {
              xml.writeStartElement("image", "image", IMAGE);
              xml.writeStartElement("image", "loc", IMAGE);
              xml.writeCharacters(XmlText.clean(image));
              xml.writeEndElement();
              xml.writeEndElement();
            }
            xml.writeEndElement();
          }
        });
  }

  /**
   * A sitemap index, UTF-8.
   *
   * @throws IllegalArgumentException for more than {@link #MOST_ENTRIES}
   */
  public byte[] index(List<SitemapIndexEntry> entries) {
    return write(
        "sitemapindex",
        entries.size(),
        xml -> {
          for (SitemapIndexEntry entry : entries) {
            xml.writeStartElement("sitemap");
            writeLocation(xml, entry.url(), entry.lastModified());
            xml.writeEndElement();
          }
        });
  }

  /** Writes the content of the root element. */
  private interface Content {
    void writeTo(XMLStreamWriter xml) throws XMLStreamException;
  }

  private byte[] write(String root, int entries, Content content) {
    if (entries > MOST_ENTRIES) {
      throw new IllegalArgumentException("Too many entries for one sitemap: " + entries);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + entries * 160);
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(SITEMAP);
      content.writeTo(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void writeLocation(XMLStreamWriter xml, String url, Instant lastModified)
      throws XMLStreamException {
    writeText(xml, "loc", url);
    writeText(xml, "lastmod", lastModified.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static void writeText(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(XmlText.clean(text));
    xml.writeEndElement();
  }
}
