package com.quaily.page.url;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.page.html.PageSamples;
import com.quaily.testing.Records;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageUrlsTest {

  private final PageUrls underTest = new PageUrls(PageSamples.SITE);
  private final Channel channel = PageSamples.channel(Map.of());
  private final Channel atHome = PageSamples.withDomain(channel, "letters.example.com", "");
  private final Channel behindProxy =
      PageSamples.withDomain(channel, "", "https://www.example.com/letters-from-here/");

  @Test
  void aChannelIsServedFromItsFolderOnTheSite() {
    assertEquals("https://quaily.example/letters", underTest.index(channel));
    assertEquals("https://quaily.example/letters/p/heron", underTest.article(channel, "heron"));
    assertEquals("https://quaily.example/letters/page/3", underTest.numbered(channel, 3));
    assertEquals(
        "https://quaily.example/letters/feed/atom", underTest.feed(channel, FeedFormat.ATOM));
    assertEquals("https://quaily.example/letters/sitemap-2.xml", underTest.sitemap(channel, 2));
  }

  @Test
  void aCustomDomainShowsTheChannelAtItsRoot() {
    assertEquals("https://letters.example.com/", underTest.index(atHome));
    assertEquals("https://letters.example.com/p/heron", underTest.article(atHome, "heron"));
  }

  @Test
  void aDomainThatIsNotEnabledIsNotUsed() {
    Channel waiting = Records.with(atHome, Map.of("customDomainEnabled", false));
    assertEquals("https://quaily.example/letters", underTest.channelBase(waiting));
  }

  @Test
  void theCanonicalBaseWins() {
    assertEquals(
        "https://www.example.com/letters-from-here/p/heron",
        underTest.article(behindProxy, "heron"));
  }

  @Test
  void linksInsideAPageLeaveOutTheHostThatShowsIt() {
    assertEquals("/letters", underTest.link(channel, underTest.index(channel)));
    assertEquals("/letters/p/a", underTest.link(channel, underTest.article(channel, "a")));
    assertEquals("/", underTest.link(atHome, underTest.index(atHome)));
    assertEquals("/p/a", underTest.link(atHome, underTest.article(atHome, "a")));
    assertEquals(
        "/letters-from-here/p/a", underTest.link(behindProxy, underTest.article(behindProxy, "a")));
  }

  @Test
  void whatBelongsToTheSiteIsAbsoluteOnOtherHosts() {
    assertEquals("/api/x", underTest.siteLink(channel, "/api/x"));
    assertEquals("https://quaily.example/api/x", underTest.siteLink(atHome, "/api/x"));
    assertEquals("https://quaily.example/media/a.webp", underTest.picture(atHome, "/media/a.webp"));
  }

  @Test
  void aHostWithOurNameAsPrefixIsAnotherHost() {
    String other = "https://quaily.example.org/letters";
    assertEquals(other, underTest.link(channel, other));
  }

  @Test
  void tagsArePercentEncodedAsOneSegment() {
    assertEquals(
        "https://quaily.example/letters/tags/slow%20work%2F%E9%B3%A5",
        underTest.tag(channel, "slow work/鳥"));
    assertEquals("https://quaily.example/letters/tags/%2E%2E", underTest.tag(channel, ".."));
    assertEquals("https://quaily.example/letters/tags/c++", underTest.tag(channel, "c++"));
  }

  @Test
  void onlyAddressesOfTheWebAreUsable() {
    assertEquals("", underTest.absolute("javascript:alert(1)"));
    assertEquals("", underTest.absolute("data:image/png;base64,AA"));
    assertEquals("", underTest.absolute("//elsewhere.example/x.png"));
    assertEquals("", underTest.absolute(""));
    assertEquals("https://quaily.example/media/x", underTest.absolute("/media/x"));
  }
}
