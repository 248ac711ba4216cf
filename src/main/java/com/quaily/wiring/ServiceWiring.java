package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.delivery.mail.MailComposer;
import com.quaily.delivery.mail.Mailer;
import com.quaily.media.ImageProcessor;
import com.quaily.model.Site;
import com.quaily.resource.account.ApiKeyResource;
import com.quaily.resource.account.UserResource;
import com.quaily.resource.channel.ChannelResource;
import com.quaily.resource.delivery.DeliveryResource;
import com.quaily.resource.delivery.PostDeliveryResource;
import com.quaily.resource.media.AttachmentResource;
import com.quaily.resource.post.PinnedPostResource;
import com.quaily.resource.post.PostResource;
import com.quaily.resource.post.PreviewResource;
import com.quaily.resource.post.RevisionResource;
import com.quaily.service.account.ApiKeyService;
import com.quaily.service.account.AuthService;
import com.quaily.service.account.LoginCodes;
import com.quaily.service.account.UserService;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.media.AttachmentService;
import com.quaily.service.post.MarkdownTexts;
import com.quaily.service.post.PinnedPosts;
import com.quaily.service.post.PostAssembler;
import com.quaily.service.post.PostLookup;
import com.quaily.service.post.PostQueries;
import com.quaily.service.post.PostService;
import com.quaily.service.post.PreviewService;
import com.quaily.service.post.PostPublication;
import com.quaily.service.post.RevisionService;
import com.quaily.service.subscription.Subscriptions;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.util.List;

/** Builds the services: the rules of the house. */
public final class ServiceWiring {

  private static final int IMAGES_AT_ONCE = 2;

  private final Site site;
  private final MailComposer mailComposer;
  private final ChannelAccess access;
  private final PostLookup finder;
  private final Subscriptions memberships;
  private final AuthService authService;
  private final UserService userService;
  private final ApiKeyService apiKeyService;
  private final ChannelService channelService;
  private final PostService postService;
  private final PostQueries postReading;
  private final PinnedPosts pinnedPosts;
  private final RevisionService revisionService;
  private final PreviewService previewService;
  private final AttachmentService attachmentService;
  private final MarkdownTexts markdownTexts;
  private final LoginCodes loginCodes;

  ServiceWiring(
      Settings settings,
      Database database,
      ObjectStorage storage,
      PageWiring pages,
      Mailer mailer,
      Clock clock) {
    site = settings.site();
    mailComposer = new MailComposer(site, pages.templates());
    access = new ChannelAccess(database);
    finder = new PostLookup(database);
    memberships = new Subscriptions(database, clock);
    loginCodes = new LoginCodes(database, clock);
    authService = new AuthService(database, loginCodes, mailComposer, mailer, clock);
    userService = new UserService(database, loginCodes, pages.jobs());
    apiKeyService = new ApiKeyService(database, clock);
    channelService = new ChannelService(database, access, pages.jobs(), clock);
    postService =
        new PostService(
            database,
            finder,
            new PostAssembler(pages.markdown()),
            new PostPublication(database, pages.jobs()),
            pages.publisher(),
            clock);
    postReading = new PostQueries(database, access, finder, memberships);
    pinnedPosts = new PinnedPosts(database, access, pages.jobs());
    revisionService = new RevisionService(database, access, finder, postService);
    previewService = new PreviewService(database, access, finder, pages.articles(), clock);
    attachmentService =
        new AttachmentService(database, storage, new ImageProcessor(IMAGES_AT_ONCE), clock);
    markdownTexts = new MarkdownTexts(pages.markdown(), site);
  }

  /** Writes mails in the language of whom they go to. */
  MailComposer mailComposer() {
    return mailComposer;
  }

  ChannelAccess access() {
    return access;
  }

  PostLookup finder() {
    return finder;
  }

  Subscriptions memberships() {
    return memberships;
  }

  public AuthService authService() {
    return authService;
  }

  public UserService userService() {
    return userService;
  }

  public ApiKeyService apiKeyService() {
    return apiKeyService;
  }

  public ChannelService channelService() {
    return channelService;
  }

  public PostService postService() {
    return postService;
  }

  PostQueries postReading() {
    return postReading;
  }

  /** Chooses the posts that stand before all others. */
  public PinnedPosts pinnedPosts() {
    return pinnedPosts;
  }

  public AttachmentService attachmentService() {
    return attachmentService;
  }

  MarkdownTexts markdownTexts() {
    return markdownTexts;
  }

  /** Makes the codes that people log in with. */
  public LoginCodes loginCodes() {
    return loginCodes;
  }

  /** What of this the API offers. */
  List<Object> resources(Views views) {
    return List.of(
        new UserResource(userService, channelService, views.users(), views.channels()),
        new ApiKeyResource(apiKeyService),
        new ChannelResource(channelService, views.channels()),
        new DeliveryResource(),
        new PostDeliveryResource(),
        new PostResource(postService, postReading, views.posts()),
        new PinnedPostResource(pinnedPosts, views.posts()),
        new RevisionResource(revisionService, views.posts()),
        new PreviewResource(previewService),
        new AttachmentResource(attachmentService, site));
  }
}
