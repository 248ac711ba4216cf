package com.quaily.page.message;

import com.quaily.model.channel.Channel;
import com.quaily.model.channel.PlannedDeletion;
import com.quaily.page.html.MessagePage;
import com.quaily.page.html.MessagePage.MessageForm;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** The pages linked in the email that confirms a channel's deletion. */
public final class ChannelDeletionPages {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final PageRenderer renderer;

  public ChannelDeletionPages(PageRenderer renderer) {
    this.renderer = renderer;
  }

  /** Asks to confirm the deletion or, once it is confirmed, offers to cancel it. */
  public String ask(PlannedDeletion deletion, String token) {
    String step = deletion.confirmed() ? "delete.due" : "delete.ask";
    String act = deletion.confirmed() ? "confirm/revoke" : "confirm";
    Channel channel = deletion.channel();
    MessageForm form =
        new MessageForm(
            "/api/lists/deletion/" + act,
            Map.of("token", token),
            Messages.of(channel.language()).get(step + ".button"));
    return page(deletion, step, Optional.of(form));
  }

  /** The deletion was canceled. */
  public String revoked(PlannedDeletion deletion) {
    return page(deletion, "delete.revoked", Optional.empty());
  }

  /** The link was used or has expired. */
  public String unknownLink() {
    return renderer.message(MessagePage.unknownLink("delete.unknown.body"));
  }

  private String page(PlannedDeletion deletion, String step, Optional<MessageForm> form) {
    Channel channel = deletion.channel();
    Messages messages = Messages.of(channel.language());
    String body =
        messages.format(step + ".body", channel.title(), MOMENT.format(deletion.keptUntil()));
    return renderer.message(
        new MessagePage(
            channel.language(),
            Optional.of(channel),
            messages.format(step + ".title", channel.title()),
            Html.paragraph(body).value(),
            form,
            true));
  }
}
