package com.quaily.page.publishing.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.model.Site;
import com.quaily.page.sitemap.SitemapRenderer;
import com.quaily.page.url.PageUrls;
import com.quaily.testing.TestNewsroom;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The indexes of a site with more sitemaps than fit into one. */
class SitemapComposerTest {

  @Test
  void theSitesIndexIsSplit() {
    try (TestNewsroom newsroom = TestNewsroom.open()) {
      newsroom.save("first", "First", "Text", TestNewsroom.date(1));
      newsroom.refresh();
      assertEquals(1, indexes(newsroom, 1).size());
      for (int number = 0; number < 4; number++) {
        newsroom.createChannel("more-" + number);
      }
      List<ComposedPage> all = indexes(newsroom, 100);
      assertEquals(1, all.size());
      int sitemaps = text(all.get(0)).split("<sitemap>").length - 1;
      List<ComposedPage> split = indexes(newsroom, 1);
      assertEquals(Math.max(1, sitemaps), split.size());
      for (int number = 1; number <= split.size(); number++) {
        String key =
            number == 1 ? "pages/sitemap_index.xml" : "pages/sitemap_index-" + number + ".xml";
        assertEquals(key, split.get(number - 1).key());
      }
      String robots = text(composer(newsroom, 1).robots(2));
      assertTrue(robots.contains("Sitemap: https://example.com/sitemap_index.xml\n"), robots);
      assertTrue(robots.contains("Sitemap: https://example.com/sitemap_index-2.xml\n"), robots);
    }
  }

  private static List<ComposedPage> indexes(TestNewsroom newsroom, int entries) {
    ChannelDao channelDao = newsroom.modules().database().dao(ChannelDao.class);
    return composer(newsroom, entries).siteIndexes(channelDao.selectAll());
  }

  private static SitemapComposer composer(TestNewsroom newsroom, int entries) {
    return new SitemapComposer(
        newsroom.modules().database().dao(PostDao.class),
        newsroom.pageDao(),
        new SitemapRenderer(),
        new PageUrls(new Site("Quaily", "https://example.com")),
        entries);
  }

  private static String text(ComposedPage page) {
    return new String(page.content(), StandardCharsets.UTF_8);
  }
}
