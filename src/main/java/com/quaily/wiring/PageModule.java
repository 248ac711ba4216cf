package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.AttachmentDao;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelDeletionDao;
import com.quaily.dao.CommentDao;
import com.quaily.dao.CrossPostDao;
import com.quaily.dao.JobDao;
import com.quaily.dao.PackDao;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PostTagDao;
import com.quaily.dao.TweetDao;
import com.quaily.dao.UserDao;
import com.quaily.database.AdvisoryLock;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.model.Site;
import com.quaily.page.feed.FeedRenderer;
import com.quaily.page.html.PageAssets;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.publishing.ArticleBatch;
import com.quaily.page.publishing.ChannelPages;
import com.quaily.page.publishing.ChannelRemover;
import com.quaily.page.publishing.ChannelRenderer;
import com.quaily.page.publishing.ConsistencyCheck;
import com.quaily.page.publishing.ListNumbering;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.page.publishing.PageDependencies;
import com.quaily.page.publishing.PagePublisher;
import com.quaily.page.publishing.RebalanceListPagesHandler;
import com.quaily.page.publishing.RenderArticleHandler;
import com.quaily.page.publishing.RenderChannelHandler;
import com.quaily.page.publishing.RenderCompanionsHandler;
import com.quaily.page.publishing.SiteSitemapHandler;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.page.publishing.compose.CompanionComposer;
import com.quaily.page.publishing.compose.FeedComposer;
import com.quaily.page.publishing.compose.ListComposer;
import com.quaily.page.publishing.compose.MarkdownComposer;
import com.quaily.page.publishing.compose.PostBodies;
import com.quaily.page.publishing.compose.RedirectComposer;
import com.quaily.page.publishing.compose.SiteEmbeds;
import com.quaily.page.publishing.compose.SiteMedia;
import com.quaily.page.publishing.compose.SitemapComposer;
import com.quaily.page.publishing.compose.Translations;
import com.quaily.page.publishing.site.SitePages;
import com.quaily.page.publishing.site.SitePublisher;
import com.quaily.page.publishing.store.PageChangeListener;
import com.quaily.page.publishing.store.PageWriter;
import com.quaily.page.sitemap.SitemapRenderer;
import com.quaily.page.template.Templates;
import com.quaily.page.url.PageUrls;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.util.List;

/** Composes pages and writes them to storage. */
public final class PageModule implements ProgramModule {

  /** Of the lock under which one process at a time renders a channel. */
  private static final int RENDER_LOCK = 1;

  private final Markdown markdown = new Markdown();
  private final Templates templates = new Templates();
  private final PageAssets assets = new PageAssets();
  private final PageRenderer renderer;
  private final Site site;
  private final PageUrls urls;
  private final JobQueue jobQueue;
  private final PageChangeLog changeLog;
  private final PostBodies bodies;
  private final ChannelContexts contexts;
  private final ArticleComposer articles;
  private final PagePublisher publisher;
  private final ChannelRenderer channelRenderer;
  private final ListNumbering listNumbering;
  private final SitePages sitePages;
  private final SitePublisher sitePublisher;
  private final ConsistencyCheck consistencyCheck;
  private final ChannelRemover channelRemover;
  private final List<JobHandler<?>> jobHandlers;

  PageModule(
      Settings settings,
      Database database,
      ObjectStorage storage,
      PageChangeListener listener,
      Clock clock) {
    ChannelDao channelDao = database.dao(ChannelDao.class);
    PageDao pageDao = database.dao(PageDao.class);
    PostDao postDao = database.dao(PostDao.class);
    PostTagDao postTagDao = database.dao(PostTagDao.class);
    site = settings.site();
    SiteMedia media = new SiteMedia(database.dao(AttachmentDao.class), site);
    renderer = new PageRenderer(site, templates, assets, markdown, media);
    urls = new PageUrls(site);
    jobQueue = new JobQueue(database, database.dao(JobDao.class), clock);
    changeLog = new PageChangeLog(database, pageDao, jobQueue, !settings.hubs().isEmpty(), clock);
    bodies = new PostBodies(markdown, site, media, new SiteEmbeds(channelDao, postDao, site));
    contexts = new ChannelContexts(channelDao, database.dao(UserDao.class));
    Translations translations =
        new Translations(channelDao, postDao, database.dao(CrossPostDao.class), site);
    articles =
        new ArticleComposer(
            postDao, database.dao(CommentDao.class), renderer, bodies, translations);
    SitemapComposer sitemaps = new SitemapComposer(postDao, pageDao, new SitemapRenderer(), urls);
    RedirectComposer redirects = new RedirectComposer(channelDao, postDao, postTagDao);
    PageWriter writer =
        new PageWriter(database, pageDao, storage, changeLog::pageStored, listener, clock);
    ChannelPages pages =
        new ChannelPages(
            pageDao,
            postDao,
            writer,
            renderer,
            new ChannelPages.Composers(
                articles,
                new MarkdownComposer(),
                new ListComposer(channelDao, postDao, postTagDao, renderer),
                new FeedComposer(postDao, new FeedRenderer(site, settings.hubs()), bodies),
                sitemaps,
                redirects,
                new CompanionComposer(
                    database.dao(TweetDao.class),
                    database.dao(PackDao.class),
                    postDao,
                    renderer.companions(),
                    markdown,
                    media,
                    site)));
    ArticleBatch batch =
        new ArticleBatch(database, pageDao, postDao, storage, articles, listener, clock);
    publisher =
        new PagePublisher(
            pageDao,
            contexts,
            pages,
            batch,
            new PageDependencies(pageDao, postDao, postTagDao, translations),
            clock);
    channelRenderer =
        new ChannelRenderer(
            new AdvisoryLock(database, RENDER_LOCK),
            channelDao,
            postDao,
            pageDao,
            contexts,
            pages,
            batch);
    listNumbering = new ListNumbering(database, channelDao, postDao, changeLog);
    sitePages = new SitePages(channelDao, writer, renderer, sitemaps, redirects);
    sitePublisher = new SitePublisher(pageDao, writer, assets, site);
    channelRemover =
        new ChannelRemover(
            database.dao(ChannelDeletionDao.class), channelRenderer, writer, sitePages);
    consistencyCheck =
        new ConsistencyCheck(
            pageDao, channelDao, postDao, storage, writer, channelRenderer, sitePages);
    jobHandlers =
        List.of(
            new RenderChannelHandler(channelRenderer, sitePages, changeLog),
            new RebalanceListPagesHandler(listNumbering),
            new RenderArticleHandler(publisher),
            new RenderCompanionsHandler(channelRenderer),
            new SiteSitemapHandler(sitePages));
  }

  Markdown markdown() {
    return markdown;
  }

  Templates templates() {
    return templates;
  }

  PageRenderer renderer() {
    return renderer;
  }

  Site site() {
    return site;
  }

  PageUrls urls() {
    return urls;
  }

  /** Queues later work. */
  JobQueue jobQueue() {
    return jobQueue;
  }

  PageChangeLog changeLog() {
    return changeLog;
  }

  PostBodies bodies() {
    return bodies;
  }

  ChannelContexts contexts() {
    return contexts;
  }

  ArticleComposer articles() {
    return articles;
  }

  /** Keeps pages up to date with posts. */
  public PagePublisher publisher() {
    return publisher;
  }

  /** Renders whole channels. */
  public ChannelRenderer channelRenderer() {
    return channelRenderer;
  }

  /** Renumbers list pages. */
  public ListNumbering listNumbering() {
    return listNumbering;
  }

  /** Composes the pages of the site itself. */
  public SitePages sitePages() {
    return sitePages;
  }

  /** Publishes static sites to storage. */
  public SitePublisher sitePublisher() {
    return sitePublisher;
  }

  ChannelRemover channelRemover() {
    return channelRemover;
  }

  /** Compares database, manifest and storage. */
  public ConsistencyCheck consistencyCheck() {
    return consistencyCheck;
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return jobHandlers;
  }
}
