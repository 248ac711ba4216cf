package com.quaily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.ChannelDao;
import com.quaily.page.publishing.site.SitePublisher;
import com.quaily.testing.TestNewsroom;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPortalTest {

  private static final String KEY = "sites/portal/index.html";
  private static final Config CONTENT =
      ConfigFactory.parseString(
          "portal = [{page = index.html, title = Channels, text = Read}], channels = [{slug ="
              + " news}]");

  @TempDir Path portal;

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final SitePublisher publisher = newsroom.modules().page().sitePublisher();
  private final DemoPortal underTest =
      new DemoPortal(publisher, newsroom.modules().database().dao(ChannelDao.class));

  private void write(String text) throws IOException {
    Files.writeString(portal.resolve("index.html"), text);
  }

  @Test
  void anUpgradeReplacesTheBuiltInPortal() throws IOException {
    write("version 1 <!-- channels -->");
    underTest.publish(portal, CONTENT);
    assertTrue(newsroom.storage().text(KEY).contains("href=\"/news\""));
    write("version 2");
    publisher.publishBuiltIn("portal", portal);
    assertEquals("version 2", newsroom.storage().text(KEY));
  }

  @Test
  void theOperatorsOwnPortalStays() throws IOException {
    write("mine");
    publisher.publish("portal", portal);
    write("the demo's <!-- channels -->");
    underTest.publish(portal, CONTENT);
    assertEquals("mine", newsroom.storage().text(KEY));
  }
}
