package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.resource.post.ArticleImportResource;
import com.quaily.service.article.ArticleImport;
import com.quaily.service.article.PublicWeb;
import java.util.List;

/** Import of articles from other sites. */
final class ArticleModule implements ProgramModule {

  private final PostModule posts;
  private final PublicWeb web;
  private final ArticleImport articles;

  ArticleModule(Settings settings, PostModule posts, MediaModule media) {
    this.posts = posts;
    web = new PublicWeb(settings.articles());
    articles = new ArticleImport(web, media.attachmentService(), posts.postService());
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(new ArticleImportResource(articles, posts.postQueries(), views.posts()));
  }

  @Override
  public void close() {
    web.close();
  }
}
