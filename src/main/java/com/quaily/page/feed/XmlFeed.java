package com.quaily.page.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Serializes Rome feeds. */
final class XmlFeed {

  private XmlFeed() {}

  /**
   * The feed as XML in UTF-8.
   *
   * @param finish adds what Rome's model does not support
   */
  static byte[] write(WireFeed feed, Consumer<Element> finish) {
    try {
      Document document = new WireFeedOutput().outputJDom(feed);
      finish.accept(document.getRootElement());
      return new XMLOutputter(Format.getRawFormat().setLineSeparator("\n"))
          .outputString(document)
          .getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("A feed lacks a part that Rome requires", e);
    }
  }
}
