package com.quaily.resource.view;

import com.quaily.model.account.User;
import com.quaily.service.account.UserService;
import com.quaily.service.post.MarkdownTexts;
import java.util.Map;

/** Builds user views. */
public final class UserViews {

  private final UserService userService;
  private final MarkdownTexts texts;

  public UserViews(UserService userService, MarkdownTexts texts) {
    this.userService = userService;
    this.texts = texts;
  }

  /** For everyone. */
  public UserView open(User user) {
    return view(user, null, null);
  }

  /** Like {@link #open(User)}; changes by another instance can be missing for a second. */
  public UserView open(long userId) {
    return open(userService.known(userId));
  }

  /** For writers of a channel that the user subscribes to. */
  public UserView withEmail(User user) {
    return view(user, user.email(), null);
  }

  /** For the user. */
  public UserView own(User user) {
    return view(user, user.email(), user.options());
  }

  private UserView view(User user, String email, Map<String, Object> options) {
    return new UserView(
        user.id(),
        user.uuid(),
        user.name(),
        user.bio(),
        texts.html(user.bio()),
        user.tagline(),
        texts.html(user.tagline()),
        user.avatarImageUrl(),
        email,
        user.status().ordinal(),
        user.socialIds(),
        options,
        user.createdAt());
  }
}
