package com.quaily.wiring;

import com.quaily.dao.Database;
import com.quaily.delivery.MailComposer;
import com.quaily.delivery.Mailer;
import com.quaily.model.Site;
import com.quaily.service.ApiKeyService;
import com.quaily.service.AttachmentService;
import com.quaily.service.AuthService;
import com.quaily.service.ChannelAccess;
import com.quaily.service.ChannelService;
import com.quaily.service.ImageProcessor;
import com.quaily.service.LoginCodes;
import com.quaily.service.MarkdownTexts;
import com.quaily.service.Memberships;
import com.quaily.service.PinnedPosts;
import com.quaily.service.PostDrafting;
import com.quaily.service.PostFinder;
import com.quaily.service.PostReading;
import com.quaily.service.PostService;
import com.quaily.service.PreviewService;
import com.quaily.service.Publication;
import com.quaily.service.RevisionService;
import com.quaily.service.SubscriptionPages;
import com.quaily.service.SubscriptionService;
import com.quaily.service.UserService;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;

/** Builds the services: the rules of the house. */
public final class ServiceWiring {

  private static final int IMAGES_AT_ONCE = 2;

  private final AuthService authService;
  private final UserService userService;
  private final ApiKeyService apiKeyService;
  private final ChannelService channelService;
  private final PostService postService;
  private final PostReading postReading;
  private final PinnedPosts pinnedPosts;
  private final RevisionService revisionService;
  private final PreviewService previewService;
  private final AttachmentService attachmentService;
  private final SubscriptionService subscriptionService;
  private final SubscriptionPages subscriptionPages;
  private final MarkdownTexts markdownTexts;
  private final LoginCodes loginCodes;
  private final CommunityWiring community;
  private final NumbersWiring numbers;

  ServiceWiring(
      Site site,
      Database database,
      ObjectStorage storage,
      PageWiring pages,
      Mailer mailer,
      Clock clock) {
    MailComposer mailComposer = new MailComposer(site, pages.templates());
    ChannelAccess access = new ChannelAccess(database);
    PostFinder finder = new PostFinder(database);
    Memberships memberships = new Memberships(database, clock);
    loginCodes = new LoginCodes(database, clock);
    authService = new AuthService(database, loginCodes, mailComposer, mailer, clock);
    userService = new UserService(database, loginCodes, pages.jobs());
    apiKeyService = new ApiKeyService(database, clock);
    channelService = new ChannelService(database, access, pages.jobs(), clock);
    postService =
        new PostService(
            database,
            access,
            finder,
            new PostDrafting(pages.markdown()),
            new Publication(database, pages.jobs()),
            pages.publisher(),
            clock);
    postReading = new PostReading(database, access, finder, memberships);
    pinnedPosts = new PinnedPosts(database, access, pages.jobs());
    revisionService = new RevisionService(database, access, finder, postService);
    previewService = new PreviewService(database, access, finder, pages.articles(), clock);
    attachmentService =
        new AttachmentService(database, storage, new ImageProcessor(IMAGES_AT_ONCE), clock);
    subscriptionService =
        new SubscriptionService(database, memberships, access, mailComposer, mailer, site, clock);
    subscriptionPages = new SubscriptionPages(access, pages.renderer(), pages.urls());
    markdownTexts = new MarkdownTexts(pages.markdown(), site);
    community =
        new CommunityWiring(
            database, access, finder, memberships, pages, mailComposer, mailer, clock);
    numbers = new NumbersWiring(database, access, finder, pages.markdown(), clock);
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

  PostReading postReading() {
    return postReading;
  }

  /** Chooses the posts that stand before all others. */
  public PinnedPosts pinnedPosts() {
    return pinnedPosts;
  }

  RevisionService revisionService() {
    return revisionService;
  }

  PreviewService previewService() {
    return previewService;
  }

  public AttachmentService attachmentService() {
    return attachmentService;
  }

  SubscriptionService subscriptionService() {
    return subscriptionService;
  }

  SubscriptionPages subscriptionPages() {
    return subscriptionPages;
  }

  MarkdownTexts markdownTexts() {
    return markdownTexts;
  }

  CommunityWiring community() {
    return community;
  }

  /** What is counted and searched. */
  public NumbersWiring numbers() {
    return numbers;
  }

  /** Makes the codes that people log in with. */
  public LoginCodes loginCodes() {
    return loginCodes;
  }
}
