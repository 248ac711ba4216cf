package com.quaily.page.publishing;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.PageChangeLog.ArticleJob;

/** Renders single articles again in the background although their posts did not change. */
public final class RenderArticleHandler implements JobHandler<ArticleJob> {

  private final PagePublisher publisher;

  public RenderArticleHandler(PagePublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public JobType<ArticleJob> type() {
    return PageChangeLog.ARTICLE;
  }

  @Override
  public void run(ArticleJob job) {
    publisher.rewriteArticle(job.channelId(), job.postId());
  }
}
