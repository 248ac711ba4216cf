package com.quaily.page.markdown.image;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the URLs of other sites' players and posts and of audio and video files. */
final class EmbedAddress {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:www\\.|m\\.|mobile\\.)?([^/?#:@\\s]+)(/[^?#\\s]*)?(?:\\?([^#\\s]*))?(?:#\\S*)?");
  private static final Pattern FILE = Pattern.compile("[^?#]*\\.([A-Za-z0-9]{2,4})(?:[?#].*)?");
  private static final Map<String, String> AUDIO =
      Map.of(
          "mp3", "audio/mpeg",
          "m4a", "audio/mp4",
          "aac", "audio/aac",
          "ogg", "audio/ogg",
          "oga", "audio/ogg",
          "opus", "audio/ogg",
          "wav", "audio/wav",
          "flac", "audio/flac");
  private static final Map<String, String> VIDEO =
      Map.of(
          "mp4", "video/mp4",
          "m4v", "video/mp4",
          "webm", "video/webm",
          "ogv", "video/ogg",
          "mov", "video/quicktime");

  private static final Pattern YOUTUBE_PATH =
      Pattern.compile("/(?:embed|shorts|live|v)/([A-Za-z0-9_-]{6,20})/?");
  private static final Pattern YOUTUBE_ID = Pattern.compile("[A-Za-z0-9_-]{6,20}");
  private static final Pattern YOUTUBE_LIST = Pattern.compile("[A-Za-z0-9_-]{10,64}");
  private static final Pattern YOUTUBE_TIME =
      Pattern.compile("(?:(\\d{1,3})h)?(?:(\\d{1,4})m)?(?:(\\d{1,6})s?)?");
  private static final Pattern BILIBILI_PATH =
      Pattern.compile("/video/(?:(BV[A-Za-z0-9]{8,14})|av(\\d{1,15}))/?");
  private static final Pattern X_PATH =
      Pattern.compile("/(?:[A-Za-z0-9_]{1,30}|i/web)/status(?:es)?/(\\d{1,20})(?:/.*)?");
  private static final Pattern TRADINGVIEW_SYMBOL =
      Pattern.compile("/symbols/([A-Za-z0-9_.!]{1,30}(?:-[A-Za-z0-9_.!]{1,30})?)/?.*");
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9_.!:]{1,60}");
  private static final Pattern SPOTIFY_PATH =
      Pattern.compile(
          "/(?:intl-[a-z]{2}/)?(?:embed/)?(track|album|playlist|episode|show|artist)/([A-Za-z0-9]{10,40})/?");
  private static final Pattern PODBEAN_PATH =
      Pattern.compile("/(?:ew|eu|ei|eas|media/share)/pb-([a-z0-9]{1,20}-[a-z0-9]{1,20})(?:/.*)?");

  private EmbedAddress() {}

  /** The embed for a URL; empty for the URL of an image or an ordinary page. */
  static Optional<Embed> recognize(String url) {
    Matcher matcher = ADDRESS.matcher(url);
    if (matcher.matches()) {
      String path = matcher.group(2) == null ? "/" : matcher.group(2);
      Query query = new Query(matcher.group(3) == null ? "" : matcher.group(3));
      Optional<Embed> provided =
          provided(url, matcher.group(1).toLowerCase(Locale.ROOT), path, query);
      if (provided.isPresent()) {
        return provided;
      }
    }
    return file(url);
  }

  private static Optional<Embed> provided(String url, String host, String path, Query query) {
    boolean dark = query.value("theme").equals("dark");
    Embed.Provider provider;
    Optional<String> player;
    switch (host) {
      case "youtube.com", "music.youtube.com", "youtu.be", "youtube-nocookie.com" -> {
        provider = Embed.Provider.YOUTUBE;
        player = youtube(host, path, query);
      }
      case "bilibili.com" -> {
        provider = Embed.Provider.BILIBILI;
        player = bilibili(path, query);
      }
      case "x.com", "twitter.com" -> {
        provider = Embed.Provider.X;
        player = x(path, dark);
      }
      case "tradingview.com" -> {
        provider = Embed.Provider.TRADINGVIEW;
        player = tradingView(path, query, dark);
      }
      case "open.spotify.com" -> {
        provider = Embed.Provider.SPOTIFY;
        player = spotify(path, dark);
      }
      default -> {
        boolean podbean = host.equals("podbean.com") || host.endsWith(".podbean.com");
        if (!podbean) {
          return Optional.empty();
        }
        provider = Embed.Provider.PODBEAN;
        player = podbean(path);
      }
    }
    return player.map(src -> new Embed.Provided(provider, url, src, dark));
  }

  private static Optional<String> youtube(String host, String path, Query query) {
    Matcher matcher = YOUTUBE_PATH.matcher(path);
    String id = query.value("v");
    if (host.equals("youtu.be")) {
      id = path.substring(1);
    } else if (matcher.matches()) {
      id = matcher.group(1);
    }
    String list = query.value("list");
    String base = "https://www.youtube-nocookie.com/embed/";
    if (YOUTUBE_ID.matcher(id).matches()) {
      long start = seconds(query.value("t").isEmpty() ? query.value("start") : query.value("t"));
      return Optional.of(base + id + (start > 0 ? "?start=" + start : ""));
    }
    return path.equals("/playlist") && YOUTUBE_LIST.matcher(list).matches()
        ? Optional.of(base + "videoseries?list=" + list)
        : Optional.empty();
  }

  /**
   * The seconds of a time such as {@code 90}, {@code 90s} or {@code 1h2m3s}; 0 for anything else.
   */
  private static long seconds(String time) {
    Matcher matcher = YOUTUBE_TIME.matcher(time);
    return matcher.matches()
        ? 3600 * number(matcher.group(1)) + 60 * number(matcher.group(2)) + number(matcher.group(3))
        : 0;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Optional<String> bilibili(String path, Query query) {
    Matcher matcher = BILIBILI_PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String video =
        matcher.group(1) == null ? "aid=" + matcher.group(2) : "bvid=" + matcher.group(1);
    String part = query.value("p").matches("\\d{1,4}") ? query.value("p") : "1";
    return Optional.of("https://player.bilibili.com/player.html?" + video + "&p=" + part);
  }

  private static Optional<String> x(String path, boolean dark) {
    Matcher matcher = X_PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(
            "https://platform.twitter.com/embed/Tweet.html?id="
                + matcher.group(1)
                + (dark ? "&theme=dark" : ""))
        : Optional.empty();
  }

  private static Optional<String> tradingView(String path, Query query, boolean dark) {
    String symbol = query.value("symbol").replace("%3A", ":");
    Matcher matcher = TRADINGVIEW_SYMBOL.matcher(path);
    if (symbol.isEmpty() && matcher.matches()) {
      symbol = matcher.group(1).replace('-', ':');
    }
    return SYMBOL.matcher(symbol).matches()
        ? Optional.of(
            "https://s.tradingview.com/widgetembed/?symbol="
                + symbol.replace(":", "%3A")
                + (dark ? "&theme=dark" : ""))
        : Optional.empty();
  }

  private static Optional<String> spotify(String path, boolean dark) {
    Matcher matcher = SPOTIFY_PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(
            "https://open.spotify.com/embed/"
                + matcher.group(1)
                + "/"
                + matcher.group(2)
                + (dark ? "?theme=0" : ""))
        : Optional.empty();
  }

  /** An episode's page does not contain the player's number, so only a link is possible. */
  private static Optional<String> podbean(String path) {
    Matcher matcher = PODBEAN_PATH.matcher(path);
    if (matcher.matches()) {
      return Optional.of("https://www.podbean.com/player-v2/?i=" + matcher.group(1) + "-pb");
    }
    return path.startsWith("/e/") ? Optional.of("") : Optional.empty();
  }

  private static Optional<Embed> file(String url) {
    Matcher matcher = FILE.matcher(url);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String extension = matcher.group(1).toLowerCase(Locale.ROOT);
    if (AUDIO.containsKey(extension)) {
      return Optional.of(new Embed.Audio(url, AUDIO.get(extension)));
    }
    return Optional.ofNullable(VIDEO.get(extension)).map(type -> new Embed.Video(url, type));
  }

  /** The query parameters of a URL. */
  private record Query(String text) {
    /** The first value of a parameter; empty if it is absent. */
    String value(String name) {
      for (String pair : text.split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
      return "";
    }
  }
}
