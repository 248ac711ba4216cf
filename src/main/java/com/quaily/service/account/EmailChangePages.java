package com.quaily.service.account;

import com.quaily.model.account.User;
import com.quaily.page.html.MessagePage;
import com.quaily.page.html.MessagePage.MessageForm;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import java.util.Map;
import java.util.Optional;

/** The pages of the link that takes back a change of address. */
public final class EmailChangePages {

  private final PageRenderer renderer;

  public EmailChangePages(PageRenderer renderer) {
    this.renderer = renderer;
  }

  /** Asks whether to restore the address. */
  public String ask(User user, String token) {
    String label = Messages.of(user.language()).get("restore.ask.button");
    return page(
        user,
        "restore.ask",
        Optional.of(new MessageForm("/api/users/email/restore", Map.of("token", token), label)));
  }

  /** The address is restored. */
  public String restored(User user) {
    return page(user, "restore.done", Optional.empty());
  }

  /** The link was used or has expired. */
  public String unknownLink() {
    return renderer.message(MessagePage.unknownLink("restore.unknown.body"));
  }

  private String page(User user, String step, Optional<MessageForm> form) {
    Messages messages = Messages.of(user.language());
    return renderer.message(
        new MessagePage(
            user.language(),
            Optional.empty(),
            messages.get(step + ".title"),
            Html.paragraph(messages.get(step + ".body")).value(),
            form,
            true));
  }
}
