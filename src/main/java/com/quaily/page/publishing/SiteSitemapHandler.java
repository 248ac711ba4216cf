package com.quaily.page.publishing;

import com.quaily.page.publishing.PageJobs.SiteJob;
import com.quaily.page.publishing.site.SitePages;
import com.quaily.task.JobHandler;
import com.quaily.task.JobType;

/** Brings the site's index of sitemaps up to date in the background. */
public final class SiteSitemapHandler implements JobHandler<SiteJob> {

  private final SitePages sitePages;

  public SiteSitemapHandler(SitePages sitePages) {
    this.sitePages = sitePages;
  }

  @Override
  public JobType<SiteJob> type() {
    return PageJobs.SITE_SITEMAP;
  }

  @Override
  public void run(SiteJob job) {
    sitePages.writeSitemapIndex();
  }
}
