package com.quaily.resource.view;

import com.quaily.model.account.User;
import com.quaily.model.account.UserStatus;
import com.quaily.model.subscription.Subscription;
import com.quaily.service.account.Operators;
import com.quaily.service.account.UserService;
import com.quaily.service.post.MarkdownTexts;
import com.quaily.service.subscription.SubscriberService.Member;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Builds user views. */
public final class UserViews {

  private final UserService userService;
  private final Operators operators;
  private final MarkdownTexts texts;

  public UserViews(UserService userService, Operators operators, MarkdownTexts texts) {
    this.userService = userService;
    this.operators = operators;
    this.texts = texts;
  }

  /** For everyone. */
  public UserView open(User user) {
    return view(user, null, null, null);
  }

  /** Like {@link #open(User)}; changes by another instance can be missing for a second. */
  public UserView open(long userId) {
    return open(userService.known(userId));
  }

  /** For writers of a channel that the user subscribes to. */
  public UserView withEmail(User user) {
    return view(user, user.email(), null, null);
  }

  /**
   * For writers of a channel whose subscriber has not confirmed themselves: only what the
   * subscription knows, whether the address has an account or not.
   */
  public UserView contact(Member member) {
    Subscription subscription = member.subscription();
    String email = member.user().email();
    String name = subscription.name();
    return new UserView(
        subscription.memberId(),
        UUID.nameUUIDFromBytes(("contact " + subscription.id()).getBytes(StandardCharsets.UTF_8)),
        name.isEmpty() ? email.substring(0, email.indexOf('@')) : name,
        "",
        "",
        "",
        "",
        "",
        email,
        UserStatus.ACTIVE.ordinal(),
        List.of(),
        null,
        null,
        subscription.createdAt());
  }

  /** For the user. */
  public UserView own(User user) {
    return view(user, user.email(), user.options(), operators.include(user));
  }

  private UserView view(User user, String email, Map<String, Object> options, Boolean isOperator) {
    return new UserView(
        user.id(),
        user.uuid(),
        user.name(),
        user.bio(),
        texts.guestHtml(user.bio()),
        user.tagline(),
        texts.guestHtml(user.tagline()),
        user.avatarImageUrl(),
        email,
        user.status().ordinal(),
        user.socialIds(),
        options,
        isOperator,
        user.createdAt());
  }
}
