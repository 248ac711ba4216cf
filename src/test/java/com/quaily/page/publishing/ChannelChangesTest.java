package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.JobDao;
import com.quaily.database.Database;
import com.quaily.job.JobQueue;
import com.quaily.page.publishing.PageChangeLog.RenderJob;
import com.quaily.service.account.UserService.Profile;
import com.quaily.testing.TestNewsroom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Effects of changes to a channel or its users. */
class ChannelChangesTest {

  private static final String WAITING = "scheduled_tasks where task_name = 'render-channel'";

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();

  private RenderChannelHandler handler() {
    Database database = newsroom.modules().database();
    Clock clock = Clock.systemUTC();
    JobQueue jobQueue = new JobQueue(database, database.dao(JobDao.class), clock);
    return new RenderChannelHandler(
        newsroom.modules().page().channelRenderer(),
        newsroom.modules().page().sitePages(),
        new PageChangeLog(database, newsroom.pageDao(), jobQueue, false, clock));
  }

  @Test
  void manyChangesOfAChannelWaitForOneRendering() {
    newsroom.execute("delete from scheduled_tasks");
    newsroom.retitle("One");
    newsroom.retitle("Two");
    newsroom.retitle("Three");
    assertEquals(1, newsroom.count(WAITING));
    newsroom.execute("update scheduled_tasks set picked = true");
    newsroom.retitle("Four");
    newsroom.retitle("Five");
    assertEquals(1, newsroom.count(WAITING + " and not picked"));
    newsroom.execute("update scheduled_tasks set execution_time = now() + interval '1 hour'");
    newsroom.retitle("Six");
    assertEquals(1, newsroom.count(WAITING + " and execution_time <= now()"));
  }

  @Test
  void cardsOfAChannelInOtherChannelsAreUpdated() {
    newsroom.createChannel("other");
    String card = "![](https://example.com/news)";
    newsroom.save("other", "about", "About", "See:\n\n" + card, TestNewsroom.date(1));
    newsroom.refresh();
    assertTrue(newsroom.storage().text("pages/other/p/about.html").contains("The news"));
    newsroom.retitle("Fresh tidings");
    newsroom.render(newsroom.channel());
    assertTrue(newsroom.storage().text("pages/other/p/about.html").contains("Fresh tidings"));
    assertTrue(newsroom.storage().text("pages/other/feed/atom.xml").contains("Fresh tidings"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void translationsLinkToTheNewAddressOfAChannel() {
    newsroom.createChannel("minato");
    String options = "{\"translation_key\": \"harbour\"}";
    newsroom.save("news", "harbour", "Harbour", "Text", TestNewsroom.date(1));
    newsroom.save("minato", "minato", "Minato", "Text", TestNewsroom.date(2));
    newsroom.execute("update post set lang = 'ja' where slug = 'minato'");
    newsroom.execute("update post set options = '" + options + "'");
    newsroom.render(newsroom.channel());
    assertTrue(newsroom.storage().text("pages/news/p/harbour.html").contains("/minato/p/minato"));
    newsroom.modules().channel().channelService().changeSlug(newsroom.owner(), "minato", "haven");
    newsroom.render(newsroom.modules().channel().channelService().get("haven"));
    assertTrue(newsroom.storage().text("pages/news/p/harbour.html").contains("/haven/p/minato"));
  }

  @Test
  void aNewAuthorNameUpdatesTheirPages() {
    newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    newsroom.refresh();
    newsroom.execute("delete from scheduled_tasks");
    profile(new Profile("Ada", "A new biography", null, null, null));
    assertEquals(0, newsroom.count(WAITING));
    profile(new Profile("Ada King", null, null, null, null));
    assertEquals(1, newsroom.count(WAITING));
    handler().run(new RenderJob(newsroom.channel().id()));
    assertTrue(newsroom.storage().text("pages/news/p/hello.html").contains("Ada King"));
    assertTrue(newsroom.storage().text("pages/news/feed/atom.xml").contains("Ada King"));
  }

  @Test
  void lineEndsAreShownAsTheAuthorChose() {
    newsroom.save("verse", "Verse", "One\nTwo", TestNewsroom.date(1));
    newsroom.refresh();
    newsroom.execute("delete from scheduled_tasks");
    options(Map.of("editor_layout", "wide"));
    assertEquals(0, newsroom.count(WAITING));
    options(Map.of("kind_line_break_enabled", true));
    assertEquals(1, newsroom.count(WAITING));
    handler().run(new RenderJob(newsroom.channel().id()));
    assertTrue(newsroom.storage().text("pages/news/p/verse.html").contains("One<br />\nTwo"));
  }

  @Test
  void optionsOfAnotherKindThanExpectedCountAsNotGiven() {
    options(Map.of("language", 5, "kind_line_break_enabled", "yes"));
    newsroom.execute("update channel set options = options || '{\"language\": [], \"accent\": 7}'");
    newsroom.save("plain", "Plain", "One\nTwo", TestNewsroom.date(1));
    newsroom.render(newsroom.channel());
    assertTrue(newsroom.storage().text("pages/news/p/plain.html").contains("One\nTwo"));
  }

  private void options(Map<String, Object> options) {
    newsroom.modules().account().userService().mergeOptions(newsroom.owner().userId(), options);
  }

  private void profile(Profile profile) {
    newsroom.modules().account().userService().updateProfile(newsroom.owner().userId(), profile);
  }
}
