package com.quaily.page.publishing;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.PageChangeLog.SiteJob;
import com.quaily.page.publishing.site.SitePages;

/** Updates the site's own pages in the background. */
public final class SiteSitemapHandler implements JobHandler<SiteJob> {

  private final SitePages sitePages;

  public SiteSitemapHandler(SitePages sitePages) {
    this.sitePages = sitePages;
  }

  @Override
  public JobType<SiteJob> type() {
    return PageChangeLog.SITE_SITEMAP;
  }

  @Override
  public void run(SiteJob job) {
    sitePages.write();
  }
}
