package com.quaily.page.message;

import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.subscription.PendingSubscription;
import com.quaily.page.html.MessagePage;
import com.quaily.page.html.MessagePage.MessageForm;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.url.PageUrls;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The pages after a subscribe form is submitted, for readers without scripts. */
public final class SubscriptionPages {

  private static final String CONFIRM = "/api/subscriptions/confirm";

  private final Function<String, Channel> channels;
  private final PageRenderer renderer;
  private final PageUrls urls;

  /**
   * @param channels finds a channel by id or slug; throws {@link NotFoundException}
   */
  public SubscriptionPages(
      Function<String, Channel> channels, PageRenderer renderer, PageUrls urls) {
    this.channels = channels;
    this.renderer = renderer;
    this.urls = urls;
  }

  /** The confirmation email was sent. */
  public String sent(Channel channel) {
    return page(
        channel, "subscribe.sent.title", text(channel, "subscribe.sent.body", channel.title()));
  }

  /**
   * Like {@link #sent(Channel)}.
   *
   * @throws NotFoundException when there is no such channel
   */
  public String sent(String channelKey) {
    return sent(channels.apply(channelKey));
  }

  /** Asks to confirm the subscription. */
  public String ask(PendingSubscription pending, String token) {
    Channel channel = pending.channel();
    Messages messages = Messages.of(channel.language());
    return renderer.message(
        new MessagePage(
            channel.language(),
            Optional.of(channel),
            messages.format("subscribe.ask.title", channel.title()),
            text(channel, "subscribe.ask.body", pending.email()),
            Optional.of(
                new MessageForm(
                    CONFIRM, Map.of("token", token), messages.get("subscribe.ask.button"))),
            true));
  }

  /** The subscription is confirmed. */
  public String done(PendingSubscription confirmed) {
    Channel channel = confirmed.channel();
    String body = text(channel, "subscribe.done.body", channel.title(), confirmed.email());
    return page(channel, "subscribe.done.title", body + back(channel));
  }

  /**
   * Asks whether the channel's emails to this address shall stop.
   *
   * @param email masked
   * @param traceId the reader's
   */
  public String askStop(Channel channel, String email, String traceId) {
    Messages messages = Messages.of(channel.language());
    String action =
        "/api/subscriptions/"
            + PageUrls.segment(channel.slug())
            + "/mail?trace_id="
            + PageUrls.segment(traceId);
    return renderer.message(
        new MessagePage(
            channel.language(),
            Optional.of(channel),
            messages.format("stop.ask.title", channel.title()),
            text(channel, "stop.ask.body", email) + more(channel, traceId),
            Optional.of(new MessageForm(action, Map.of(), messages.get("stop.ask.button"))),
            true));
  }

  /** The way to the page on which readers can also end the subscription or report the email. */
  private String more(Channel channel, String traceId) {
    String href = urls.siteLink(channel, "/unsubscribe?trace_id=" + PageUrls.segment(traceId));
    return link(href, Messages.of(channel.language()).get("stop.more"));
  }

  /** The channel's emails have stopped. */
  public String stopped(Channel channel) {
    String body = text(channel, "stop.done.body", channel.title());
    return page(channel, "stop.done.title", body + back(channel));
  }

  /** The link was used or has expired. */
  public String unknownLink() {
    return renderer.message(MessagePage.unknownLink("subscribe.unknown.body"));
  }

  /**
   * The form was rejected.
   *
   * @param channelKey the channel that defines the page's language, if there is one
   * @param otherwise the language without a channel
   * @param status the HTTP status, which selects the message
   */
  public String failed(Optional<String> channelKey, Language otherwise, int status) {
    Optional<Channel> channel = channelKey.flatMap(this::find);
    Language language = channel.map(Channel::language).orElse(otherwise);
    Messages messages = Messages.of(language);
    return renderer.message(
        new MessagePage(
            language,
            channel,
            messages.get("subscribe.failed.title"),
            Html.paragraph(messages.get("subscribe.failed." + reason(status))).value()
                + channel.map(this::back).orElse(""),
            Optional.empty(),
            true));
  }

  private static String reason(int status) {
    return switch (status) {
      case 403 -> "denied";
      case 422 -> "address";
      case 429 -> "often";
      default -> status >= 500 ? "fault" : "other";
    };
  }

  /** An error page must not fail itself, for example because the database is down. */
  private Optional<Channel> find(String channelKey) {
    try {
      return Optional.of(channels.apply(channelKey));
    } catch (NotFoundException | UnavailableException e) {
      return Optional.empty();
    }
  }

  public String noSuchChannel() {
    return renderer.notFound();
  }

  private String page(Channel channel, String titleKey, String body) {
    return renderer.message(
        new MessagePage(
            channel.language(),
            Optional.of(channel),
            Messages.of(channel.language()).get(titleKey),
            body,
            Optional.empty(),
            true));
  }

  private static String text(Channel channel, String key, String... arguments) {
    return Html.paragraph(Messages.of(channel.language()).format(key, arguments)).value();
  }

  private String back(Channel channel) {
    String label = Messages.of(channel.language()).format("subscribe.back", channel.title());
    return link(urls.link(channel, urls.index(channel)), label);
  }

  private static String link(String href, String label) {
    return "<p><a href=\"" + Html.escape(href) + "\">" + Html.escape(label) + "</a></p>";
  }
}
