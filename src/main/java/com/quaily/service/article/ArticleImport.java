package com.quaily.service.article;

import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.service.article.ArticleReader.FoundArticle;
import com.quaily.service.article.PublicWeb.Fetched;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.media.AttachmentService;
import com.quaily.service.post.PostService;
import com.quaily.service.validation.FieldValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports one public article as a draft, with copies of its images. */
public final class ArticleImport {

  /** The option of a post that holds the address of the article it was imported from. */
  public static final String SOURCE = "imported_from";

  private static final Logger LOG = LoggerFactory.getLogger(ArticleImport.class);
  private static final int PAGE_BYTES = 5 * 1024 * 1024;
  private static final Duration IMAGES_TIME = Duration.ofSeconds(40);

  private final PublicWeb web;
  private final AttachmentService attachments;
  private final PostService posts;
  private final ArticleReader reader = new ArticleReader();

  public ArticleImport(PublicWeb web, AttachmentService attachments, PostService posts) {
    this.web = web;
    this.attachments = attachments;
    this.posts = posts;
  }

  /**
   * A new draft with the article at the address.
   *
   * @throws ForbiddenException unless the caller is one of the channel's writers
   * @throws InvalidException when the address is not that of a public article
   */
  public Post run(Caller caller, Channel channel, String url) {
    ChannelAccess.requireWriter(caller, channel);
    FoundArticle article = reader.read(fetch(address(url)));
    copyImages(caller, article.content());
    String content = reader.markdown(article.content());
    return posts.create(
        caller,
        channel,
        new PostInput(
            null,
            article.title(),
            article.summary(),
            content,
            null,
            null,
            null,
            null,
            null,
            article.language().length() <= Limits.LANG
                    && article.language().matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
                ? article.language()
                : null,
            Map.of(SOURCE, article.canonical().toString()),
            null));
  }

  private static URI address(String url) {
    String line = FieldValidator.requiredLine("url", url, Limits.URL);
    try {
      return URI.create(line);
    } catch (IllegalArgumentException e) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "url", "must be an http or https URL");
    }
  }

  private Fetched fetch(URI address) {
    try {
      return web.get(address, PAGE_BYTES);
    } catch (IOException e) {
      LOG.info("article at {} is not imported: {}", address.getHost(), e.toString());
      throw new InvalidException(
          ErrorCode.ARTICLE_UNREACHABLE, "url", "the page cannot be fetched: " + e.getMessage());
    }
  }

  /** Images that cannot be copied in time keep their addresses. */
  private void copyImages(Caller caller, Element content) {
    long end = System.nanoTime() + IMAGES_TIME.toNanos();
    int copied = 0;
    for (Element image : content.select("img")) {
      String source = image.attr("src");
      if (copied < Limits.ARTICLE_IMAGES && System.nanoTime() < end && !source.isEmpty()) {
        copied++;
        copyImage(caller, image, source);
      }
    }
  }

  private void copyImage(Caller caller, Element image, String source) {
    try {
      URI address = URI.create(source);
      byte[] bytes = web.get(address, Limits.ATTACHMENT).body();
      String path = attachments.upload(caller.userId(), bytes, address.getPath()).pathname();
      image.attr("src", "/" + path);
    } catch (IOException | InvalidException | IllegalArgumentException e) {
      LOG.info("image of an imported article is not copied: {}", e.toString());
    }
  }
}
