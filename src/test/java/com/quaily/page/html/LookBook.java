package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import com.quaily.page.html.ArticlePage.Translation;
import com.quaily.page.html.ListPage.Kind;
import com.quaily.page.html.MessagePage.MessageForm;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.markdown.render.OutlineHeading;
import com.quaily.page.template.Resources;
import com.quaily.page.template.Templates;
import com.quaily.testing.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes one page of every kind to {@code target/look} for viewing in a browser. Not a test: people
 * must judge the design.
 */
public final class LookBook {

  private final Path folder;
  private final PageRenderer renderer =
      new PageRenderer(
          PageSamples.SITE, new Templates(), new PageAssets(), new Markdown(), MediaLookup.NONE);

  private LookBook(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length == 0 ? "target/look" : arguments[0]);
    Files.createDirectories(folder.resolve("assets"));
    for (PageAssets.Asset asset : new PageAssets().all()) {
      Files.write(folder.resolve(asset.path().substring(1)), asset.bytes());
    }
    LookBook book = new LookBook(folder);
    book.articles();
    book.lists();
    book.messages();
  }

  private void articles() throws IOException {
    Post heron = PageSamples.post();
    write("article-en", article(channel("en", "paper"), heron, "en"));
    write("article-en-plain", article(channel("en", "plain"), heron, "en"));
    write("article-en-serif", article(channel("en", "serif"), heron, "en"));
    Post ja = PageSamples.post("sagi", "サギは急がない。水路のほとりで過ごした一時間のこと", "立っていることは、何のためになるのか。");
    write("article-ja", article(channel("ja", "paper"), ja, "ja"));
    write("article-ja-serif", article(channel("ja", "serif"), ja, "ja"));
    Post zh = PageSamples.post("cang-lu", "苍鹭不着急：水沟边的一个小时", "站着不动，究竟为了什么。");
    write("article-zh", article(channel("zh", "paper"), zh, "zh"));
    write("article-zh-serif", article(channel("zh", "serif"), zh, "zh"));
    Post arabic =
        Records.with(
            PageSamples.post("tair", "الطائر لا يستعجل", "ما الفائدة من الوقوف؟"),
            Map.of("lang", "ar", "paidContent", "x"));
    String text =
        "<p>وقف الطائر ساعة كاملة في القناة، ووقفت معه. لم يحدث شيء.</p>"
            + "<blockquote><p>الطائر الذي تنتظره قد رآك منذ زمن.</p></blockquote>"
            + "<ul><li>تعال قبل الضوء.</li><li>احمل أقل مما تظن.</li></ul>";
    write(
        "article-ar", renderer.article(PageSamples.article(channel("en", "paper"), arabic, text)));
  }

  private String article(Channel channel, Post post, String language) {
    String body = Resources.text("look/article-" + language + ".html");
    ArticlePage sample = PageSamples.article(channel, post, body);
    return renderer.article(
        new ArticlePage(
            channel,
            List.of(PageSamples.author(name(language))),
            post,
            body,
            outline(body),
            body.contains("class=\"mermaid\""),
            sample.older(),
            sample.newer(),
            List.of(new Translation("fr", "https://quaily.example/letters/p/le-heron", "Le héron")),
            Optional.empty(),
            language.equals("zh"),
            3));
  }

  /** The headings of the sample texts, which are all written alike. */
  private static List<OutlineHeading> outline(String html) {
    List<OutlineHeading> outline = new ArrayList<>();
    var matcher = Pattern.compile("<h([23]) id=\"([^\"]*)\">([^<]*)<").matcher(html);
    while (matcher.find()) {
      outline.add(
          new OutlineHeading(
              Integer.parseInt(matcher.group(1)), matcher.group(3), matcher.group(2)));
    }
    return outline;
  }

  private void lists() throws IOException {
    for (String language : List.of("en", "ja", "zh")) {
      Channel channel = channel(language, "paper");
      List<PostSummary> posts = posts(language);
      List<TagCount> tags =
          List.of(
              new TagCount(
                  switch (language) {
                    case "ja" -> "鳥";
                    case "zh" -> "鸟";
                    default -> "birds";
                  },
                  8),
              new TagCount("weather", 3));
      ListPage index =
          new ListPage(
              channel,
              PageSamples.author(name(language)),
              Kind.INDEX,
              "",
              0,
              5,
              posts.subList(0, 1),
              posts,
              49,
              tags);
      write("list-" + language, renderer.list(index));
      if (!language.equals("en")) {
        continue;
      }
      write("list-en-tag", renderer.list(PageSamples.list(channel, Kind.TAG, 0, 9)));
      write("list-en-numbered", renderer.list(PageSamples.list(channel, Kind.NUMBERED, 3, 9)));
      write(
          "list-en-serif",
          renderer.list(PageSamples.list(channel("en", "serif"), Kind.INDEX, 0, 9)));
    }
  }

  private void messages() throws IOException {
    for (Language language : Language.values()) {
      Channel channel = channel(language.tag(), "paper");
      write("missing-" + language.tag(), renderer.notFound(channel));
      write(
          "widget-" + language.tag(),
          renderer.widgets().ofChannel(channel, PageSamples.author("Ada Marsh")));
    }
    write(
        "message-en",
        renderer.message(
            new MessagePage(
                Language.EN,
                Optional.of(channel("en", "paper")),
                "One more click",
                "<p>Press the button and the letters will come to <b>ada@example.com</b>.</p>",
                Optional.of(
                    new MessageForm(
                        "/api/subscriptions/confirm", Map.of("token", "x"), "Yes, subscribe me")),
                true)));
    write("missing-site", renderer.notFound());
  }

  private static String name(String language) {
    return switch (language) {
      case "ja" -> "沼田あかり";
      case "zh" -> "林晓苇";
      default -> "Ada Marsh";
    };
  }

  private static Channel channel(String language, String theme) {
    Map<String, Object> options = Map.of("language", language, "theme", theme);
    Channel channel = PageSamples.channel(options);
    return switch (language) {
      case "ja" -> named(channel, "湿原だより", "沼のほとりから、週に一通", "鳥と天気と、待つことについて。毎週日曜の朝にお届けします。");
      case "zh" -> named(channel, "湿地来信", "从沼泽边寄出，每周一封", "写鸟、写天气，也写耐心。每周日早晨发送。");
      default -> channel;
    };
  }

  private static Channel named(Channel channel, String title, String tagline, String description) {
    return Records.with(
        channel, Map.of("title", title, "tagline", tagline, "description", description));
  }

  private static List<PostSummary> posts(String language) {
    String[][] texts =
        switch (language) {
          case "ja" ->
              new String[][] {
                {"サギは急がない", "排水機場の裏の水路に、サギが一羽、まるまる一時間立っていた。わたしも一緒に立っていた。何も起こらなかった。"},
                {
                  "冬の葦原を歩くための、長靴の選び方と繕い方について",
                  "左の長靴に穴があいた。繕うか、買うか。三週間考えて、繕うことにした。そのあいだに覚えたことを書いておく。"
                },
                {"雪どけ", "氷は一晩で消えた。橋の手すりを、道づれにして。"}
              };
          case "zh" ->
              new String[][] {
                {"苍鹭不着急", "泵站后面的水沟里，一只苍鹭整整站了一个小时，我也陪它站着。什么也没有发生。"},
                {"在冬天的芦苇荡里行走：如何挑选和修补一双雨靴", "左脚的靴子破了一个洞。补，还是买新的？我想了三个星期，决定补。这里记下其间学到的事。"},
                {"解冻", "冰在一夜之间走了，顺手带走了桥上的栏杆。"}
              };
          default ->
              new String[][] {
                {
                  "The heron does not hurry",
                  "A heron stood in the ditch behind the pumping station for the whole of an hour,"
                      + " and I stood with it. Nothing happened."
                },
                {
                  "How to choose and mend a pair of boots for walking the reed beds in winter",
                  "The left one has a hole. Mend it, or buy? I thought about it for three weeks and"
                      + " mended it; here is what I learnt in the meantime, most of it about glue."
                },
                {
                  "A thaw",
                  "The ice went in one night, and took the handrail of the bridge along for"
                      + " company."
                }
              };
        };
    List<PostSummary> posts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String[] text = texts[i % texts.length];
      PostSummary sample = PageSamples.summary(i + 2, text[0]);
      posts.add(
          new PostSummary(
              sample.id(),
              sample.slug(),
              text[0],
              text[1],
              sample.coverImageUrl(),
              sample.tags(),
              "",
              sample.publishedAt(),
              null,
              1,
              0,
              200,
              sample.paid()));
    }
    return posts;
  }

  private void write(String name, String html) throws IOException {
    Files.writeString(folder.resolve(name + ".html"), html);
  }
}
