package com.quaily.resource.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.Endpoint;
import com.quaily.resource.access.Access.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read before they consent names everything that the scope opens. */
class ScopeConsentTest {

  private static final Set<Level> OPEN_TO_APPLICATIONS =
      EnumSet.of(Level.ANY_CALLER, Level.APPLICATION, Level.COOPERATOR, Level.OWNER);

  /** By the package of the resource: the words for it in English, Japanese and Chinese. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("post", List.of("posts", "記事", "文章")),
          Map.entry("composer", List.of("posts", "記事", "文章")),
          Map.entry("crosspost", List.of("posts", "記事", "文章")),
          Map.entry("search", List.of("posts", "記事", "文章")),
          Map.entry("PackResource", List.of("packs", "パック", "合集")),
          Map.entry("media", List.of("images", "画像", "图片")),
          Map.entry("comment", List.of("comments", "コメント", "评论")),
          Map.entry("tweet", List.of("notes", "ノート", "短文")),
          Map.entry("analytics", List.of("statistics", "統計", "统计")),
          Map.entry("SubscriberResource", List.of("subscribers", "購読者", "订阅者")),
          Map.entry("SubscriberListResource", List.of("subscribers", "購読者", "订阅者")),
          Map.entry("SubscriberImportResource", List.of("subscribers", "購読者", "订阅者")),
          Map.entry("SubscriberQueryResource", List.of("subscribers", "購読者", "订阅者")),
          Map.entry("subscription", List.of("subscriptions", "購読", "订阅")),
          Map.entry("channel", List.of("channels", "チャンネル", "频道")),
          Map.entry("DeliveryResource", List.of("send", "配信", "发送")),
          Map.entry("PostDeliveryResource", List.of("send", "配信", "发送")),
          Map.entry("MailPreviewResource", List.of("send", "配信", "发送")),
          Map.entry("CorrectionResource", List.of("send", "配信", "发送")),
          Map.entry("DeliveryReportResource", List.of("subscribers", "購読者", "订阅者")),
          Map.entry("SubscriberExportResource", List.of("subscribers", "購読者", "订阅者")),
          Map.entry("delivery", List.of("channels", "チャンネル", "频道")),
          Map.entry("payment", List.of("channels", "チャンネル", "频道")),
          Map.entry("ReferenceDataResource", List.of("profile", "プロフィール", "资料")),
          Map.entry("credit", List.of("credit", "クレジット", "点数")),
          Map.entry("ReactionResource", List.of("profile", "プロフィール", "资料")),
          Map.entry("ApiKeyResource", List.of("API keys", "API", "API")),
          Map.entry("account", List.of("profile", "プロフィール", "资料")),
          Map.entry("oauth", List.of("profile", "プロフィール", "资料")));

  private static final String FRONT = "src/main/spa/front/src/";

  private final String request = read(FRONT + "oauth/request.ts");

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everySentenceNamesWhatItsScopeOpens() {
    List<String> missing = new ArrayList<>();
    int checked = 0;
    for (Endpoint endpoint : Endpoint.all()) {
      if (!OPEN_TO_APPLICATIONS.contains(endpoint.access().value())) {
        continue;
      }
      List<String> sentences = sentences(endpoint.access().scope());
      List<String> words = words(endpoint);
      for (int i = 0; i < sentences.size(); i++) {
        checked++;
        if (!sentences.get(i).contains(words.get(i))) {
          missing.add(endpoint + " “" + words.get(i) + "” in “" + sentences.get(i) + "”");
        }
      }
    }
    assertEquals("", String.join("\n", missing));
    assertTrue(checked > 200, "checked " + checked);
  }

  @Test
  void writingPostsOpensNoPersonalData() {
    List<String> open =
        Endpoint.all().stream()
            .filter(endpoint -> OPEN_TO_APPLICATIONS.contains(endpoint.access().value()))
            .filter(endpoint -> endpoint.access().scope() == Scope.POST_WRITE)
            .map(Endpoint::toString)
            .toList();

    assertFalse(open.isEmpty());
    Pattern personal =
        Pattern.compile(".*(member|subscription|analytics|/channel$|incomes|payments|orders).*");
    assertEquals(List.of(), open.stream().filter(personal.asMatchPredicate()).toList());
  }

  private static List<String> words(Endpoint endpoint) {
    Class<?> type = endpoint.method().getDeclaringClass();
    String name = type.getSimpleName();
    String noun = type.getPackageName().replaceAll(".*\\.", "");
    List<String> words = WORDS.getOrDefault(name, WORDS.get(noun));
    assertTrue(words != null, () -> "no words for " + endpoint);
    return words;
  }

  /** In the three languages. */
  private List<String> sentences(Scope scope) {
    Matcher key = Pattern.compile("'" + scope.wireName() + "': 'oauth\\.(\\w+)'").matcher(request);
    assertTrue(key.find(), scope::wireName);
    List<String> found =
        Stream.of("en", "ja", "zh")
            .map(language -> text(language, key.group(1)))
            .filter(text -> !text.isEmpty())
            .toList();
    assertEquals(3, found.size(), scope::wireName);
    return found;
  }

  private static String text(String language, String key) {
    try {
      return new ObjectMapper()
          .readTree(read(FRONT + "locales/" + language + "/oauth.json"))
          .path(key)
          .asText();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
