package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rendering a whole channel must give the same result as rendering it change by change. */
class ChannelRendererTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();
  private final ChannelRenderer underTest = newsroom.modules().page().channelRenderer();

  private void publishAllSorts() {
    newsroom.fill(1, 230);
    newsroom.save("card", "Card", "![](/news/p/post-3)", TestNewsroom.date(3).plusSeconds(1), "a");
    newsroom.save("paid", "Paid", "Free\n\n<!--paywall-->\n\nPaid", TestNewsroom.date(0), "a", "b");
    newsroom.refresh();
  }

  @Test
  void makesTheSameBytesAsSingleWrites() {
    publishAllSorts();
    Map<String, String> single = storage.all("pages/news/");
    single.putAll(storage.all("paid/"));
    single.keySet().forEach(storage::delete);
    newsroom.execute("delete from page_manifest where channel_id is not null");
    underTest.render(newsroom.channel().id(), pages -> {});
    Map<String, String> batch = storage.all("pages/news/");
    batch.putAll(storage.all("paid/"));
    // The index of sitemaps tells when each sitemap was written.
    single.remove("pages/news/sitemap_index.xml");
    batch.remove("pages/news/sitemap_index.xml");
    assertEquals(single, batch);
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void aSecondRunWritesNothing() {
    publishAllSorts();
    underTest.render(newsroom.channel().id(), pages -> {});
    storage.forget();
    underTest.render(newsroom.channel().id(), pages -> {});
    assertEquals(Set.of(), storage.puts());
    assertEquals(Set.of(), storage.deletes());
  }

  @Test
  void countsWhatItGoesThrough() {
    publishAllSorts();
    AtomicLong done = new AtomicLong();
    underTest.render(newsroom.channel().id(), done::addAndGet);
    assertEquals(underTest.count(newsroom.channel().id()), done.get());
  }

  @Test
  void removesWhatShouldNoLongerBeThere() {
    publishAllSorts();
    newsroom.execute("delete from page_change");
    newsroom.execute("delete from channel_tag where tag = 'b'");
    newsroom.execute("delete from post_tag where tag = 'b'");
    newsroom.execute("update post set paid_content = '' where slug = 'paid'");
    newsroom.execute("update post set list_page = 1, published_at = null where list_page > 10");
    underTest.render(newsroom.channel().id(), pages -> {});
    assertEquals(Set.of("pages/news/tags/a.html"), storage.all("pages/news/tags/").keySet());
    assertEquals(10, storage.all("pages/news/page/").size());
    assertEquals(Set.of(), storage.all("paid/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }
}
