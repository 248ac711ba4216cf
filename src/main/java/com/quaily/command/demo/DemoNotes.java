package com.quaily.command.demo;

import com.quaily.model.channel.Channel;
import com.quaily.model.tweet.Tweet;
import com.quaily.service.tweet.TweetService.NewTweet;
import com.quaily.wiring.PastServices;
import com.typesafe.config.Config;
import java.util.List;

/** The writer's notes, with replies and reactions of readers. */
final class DemoNotes {

  private final PastServices past;
  private final PastClock clock;
  private final DemoReaders readers;
  private final Channel channel;

  DemoNotes(PastServices past, PastClock clock, DemoReaders readers, Channel channel) {
    this.past = past;
    this.clock = clock;
    this.readers = readers;
    this.channel = channel;
  }

  void create(Config content) {
    content.getConfigList("notes").forEach(this::createNote);
  }

  private void createNote(Config note) {
    clock.goBack(note.getDouble("day"));
    Tweet tweet =
        past.tweets()
            .create(
                readers.writer(),
                channel.slug(),
                new NewTweet(note.getString("text"), false, List.of()));
    String key = String.valueOf(tweet.id());
    if (note.hasPath("pinned")) {
      past.tweets().pin(readers.writer(), key, note.getBoolean("pinned"));
    }
    for (Config reply : note.getConfigList("replies")) {
      clock.goBack(reply.getDouble("day"));
      past.tweetReplies()
          .create(readers.caller(reply.getString("by")), key, null, reply.getString("text"));
    }
    for (String name : note.getStringList("liked_by")) {
      past.tweets().react(readers.caller(name), key, note.getString("emoji"), null);
    }
  }
}
