package com.quaily.command.demo;

import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.subscription.NewSubscriber;
import com.quaily.service.subscription.SubscriberService.Plan;
import com.quaily.wiring.Modules;
import com.quaily.wiring.PastServices;
import com.typesafe.config.Config;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The readers of one channel: some subscribed themselves, some were imported by its writer. */
final class DemoReaders {

  /** The name of the writer in the file. */
  private static final String WRITER = "writer";

  private final Modules modules;
  private final PastServices past;
  private final PastClock clock;
  private final Caller writer;
  private final Channel channel;
  private final Map<String, Caller> callers = new HashMap<>();

  DemoReaders(Modules modules, PastServices past, PastClock clock, Caller writer, Channel channel) {
    this.modules = modules;
    this.past = past;
    this.clock = clock;
    this.writer = writer;
    this.channel = channel;
    callers.put(WRITER, writer);
  }

  void create(Config content) {
    Config imported = content.getConfig("imported");
    clock.goBack(imported.getDouble("day"));
    List<NewSubscriber> members =
        imported.getConfigList("members").stream()
            .map(member -> new NewSubscriber(member.getString("email"), member.getString("name")))
            .toList();
    past.subscriberImport().add(writer, channel.slug(), members);
    content.getConfigList("readers").forEach(this::subscribe);
  }

  private void subscribe(Config reader) {
    clock.goBack(reader.getDouble("day"));
    String email = reader.getString("email");
    User user =
        modules
            .account()
            .userService()
            .create(email, reader.getString("name"), Language.of(reader.getString("lang")));
    Caller caller = new Caller(user.id(), Caller.Kind.SESSION, 0);
    callers.put(email.substring(0, email.indexOf('@')), caller);
    past.subscriptions().subscribe(caller, channel.slug(), "");
    if (reader.hasPath("plan")) {
      Plan plan = new Plan(reader.getString("plan"), expiry(reader).orElse(null), null);
      past.subscribers().update(writer, channel.slug(), String.valueOf(user.id()), plan);
    }
    if (reader.hasPath("email_off")) {
      past.subscriptions().enableEmail(caller, channel.slug(), false);
    }
  }

  private Optional<Instant> expiry(Config reader) {
    return reader.hasPath("plan_days")
        ? Optional.of(clock.instant().plus(Duration.ofDays(reader.getLong("plan_days"))))
        : Optional.empty();
  }

  /** A reader by the part of the address before the {@code @}, or {@code writer}. */
  Caller caller(String name) {
    return Optional.ofNullable(callers.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no reader is called " + name));
  }

  Caller writer() {
    return writer;
  }
}
