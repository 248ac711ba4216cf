package com.quaily.service.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotsTest {

  private final Bots underTest = new Bots();

  @ParameterizedTest
  @CsvSource({
    "'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',crawler",
    "'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)',ai crawler",
    "'facebookexternalhit/1.1',link preview",
    "'Pinterest/0.2 (+https://www.pinterest.com/bot.html)',link preview",
    "'Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)',link"
        + " preview",
    "'Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots',link preview",
    "'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',crawler",
    "'Mozilla/5.0 (compatible; YandexImages/3.0; +http://yandex.com/bots)',crawler",
    "'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)',crawler",
    "'Mozilla/5.0 (compatible; Daum/4.1;"
        + " +http://cs.daum.net/faq/15/4118.html?faqId=28966)',crawler",
    "'Mozilla/5.0 (compatible; Daumoa/4.0)',crawler",
    "'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0 Safari/537.36',headless browser",
    "'Java-http-client/17.0.9',program",
    "curl/8.5.0,program",
    "UptimeRobot/2.0,monitor"
  })
  void programsAreKnownByWhatTheyCallThemselves(String agent, String reason) {
    assertEquals(Optional.of(reason), underTest.reason(new Visitor("192.0.2.1", agent, false)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0"
            + " Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0"
            + " Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
        "Mozilla/5.0 (Linux; U; Android 11) AppleWebKit/537.36 Chrome/90 Mobile Safari/537.36"
            + " SogouMSE,SogouMobileBrowser/5.28.16",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605.1.15 Mobile/15E148 DaumApps/6.8.0"
            + " DaumDevice/mobile",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/124 YaBrowser/24.4.0 Yowser/2.5"
            + " Safari/537.36",
        "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/17.0 YaApp_iOS/2405"
            + " YandexSearchBrowser/24.5 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/124 YandexSearch/24.50 Mobile"
            + " Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4) AppleWebKit/605.1.15 Mobile/21E219"
            + " [Pinterest/iOS]",
        "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/124 Mobile Safari/537.36"
            + " [Pinterest/Android]",
        "Mozilla/5.0 (iPhone14,2; iOS 17.4) AppleWebKit/605.1.15 Mobile/15E148 Snapchat/12.84.0.36"
            + " (like Safari/605.1.15)",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"
      })
  void browsersAndMailClientsAreReaders(String agent) {
    assertEquals(Optional.empty(), underTest.reason(new Visitor("192.0.2.1", agent, false)));
  }

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0, mail program",
    "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy),"
        + " mail program",
    "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html, mail program",
    "Barracuda Sentinel (EE), mail scanner"
  })
  void opensOfEmailsByMachinesAreCountedApart(String agent, String reason) {
    assertEquals(Optional.of(reason), underTest.mailReason(new Visitor("192.0.2.1", agent, false)));
  }

  @Test
  void aMailProgramThatShowsImagesWhenItsReaderLooksIsAReader() {
    String agent =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";

    assertEquals(Optional.empty(), underTest.mailReason(new Visitor("192.0.2.1", agent, false)));
  }

  @Test
  void requestsWithoutAUserAgentAndPrefetchesDoNotCount() {
    assertEquals(
        Optional.of("no user agent"), underTest.reason(new Visitor("192.0.2.1", "", false)));
    assertEquals(
        Optional.of("prefetch"), underTest.reason(new Visitor("192.0.2.1", "Firefox", true)));
  }
}
