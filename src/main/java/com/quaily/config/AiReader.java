package com.quaily.config;

import static com.quaily.config.ListedObjects.isOn;
import static com.quaily.config.ListedObjects.text;
import static com.quaily.config.SettingsReader.require;

import com.quaily.ai.AiSettings;
import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.Cap;
import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.ai.scheduler.SchedulerSettings;
import com.quaily.ai.scheduler.Strategy;
import com.quaily.model.ai.ModelClass;
import com.typesafe.config.Config;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the settings for AI: the proxies and what they may cost. */
final class AiReader {

  private static final String PROXIES = "ai.proxies";
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "kind",
          "model",
          "class",
          "key",
          "url",
          "concurrency",
          "calls-per-minute",
          "tokens-per-minute",
          "max-input",
          "vision",
          "input-price",
          "output-price",
          "weight",
          "silence");
  private static final int MAX_INPUT = 100_000;
  private static final int CONCURRENCY = 8;
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final Config config;

  AiReader(Config config) {
    this.config = config;
  }

  AiSettings read() {
    return new AiSettings(
        proxies(),
        config.getString("ai.proxy-key"),
        new SchedulerSettings(
            choice("ai.strategy", config.getString("ai.strategy"), Strategy.values()),
            atLeast("ai.lease", Duration.ofSeconds(1)),
            atLeast("ai.deadline", Duration.ofSeconds(1)),
            config.getInt("ai.tries")),
        atLeast("ai.keep", Duration.ofHours(1)),
        atLeast("ai.cache", Duration.ZERO),
        caps("ai.budget.site"),
        caps("ai.budget.channel"));
  }

  private Duration atLeast(String path, Duration least) {
    Duration value = config.getDuration(path);
    require(value.compareTo(least) >= 0, path, "must be at least " + least.toSeconds() + "s");
    return value;
  }

  private Caps caps(String path) {
    return new Caps(
        new Cap(
            notNegative(path + ".tokens-per-day"), micros(config, path + ".cost-per-day", path)),
        new Cap(
            notNegative(path + ".tokens-per-month"),
            micros(config, path + ".cost-per-month", path)));
  }

  private long notNegative(String path) {
    long value = config.getLong(path);
    require(value >= 0, path, "must be 0 or more");
    return value;
  }

  private List<ProxySpec> proxies() {
    return new ListedObjects(config, PROXIES, FIELDS)
        .readNamed(Set.of(ProxySpec.LOCAL), AiReader::proxy, ProxySpec::name);
  }

  private static ProxySpec proxy(Config proxy) {
    String name = proxy.getString("name");
    ProxyKind kind = choice(PROXIES + ".kind", proxy.getString("kind"), ProxyKind.values());
    require(kind != ProxyKind.LOCAL, PROXIES, "the local proxy is always there");
    ModelClass modelClass =
        choice(PROXIES + ".class", proxy.getString("class"), ModelClass.values());
    require(modelClass != ModelClass.LOCAL, PROXIES, "class must be small, large or embedding");
    require(
        modelClass != ModelClass.EMBEDDING || kind == ProxyKind.OPENAI,
        PROXIES,
        "a proxy of the class embedding must have the kind openai");
    return new ProxySpec(
        name,
        kind,
        url(proxy, kind),
        text(proxy, "key", ""),
        kind == ProxyKind.REMOTE ? name : proxy.getString("model"),
        modelClass,
        new ProxySpec.Limits(
            number(proxy, "concurrency", CONCURRENCY, 1),
            number(proxy, "calls-per-minute", 0, 0),
            number(proxy, "tokens-per-minute", 0, 0),
            number(proxy, "max-input", MAX_INPUT, 1),
            isOn(proxy, "vision")),
        new ProxySpec.Price(
            micros(proxy, "input-price", PROXIES), micros(proxy, "output-price", PROXIES)),
        number(proxy, "weight", 1, 1),
        proxy.hasPath("silence") ? proxy.getDuration("silence") : SILENCE);
  }

  private static URI url(Config proxy, ProxyKind kind) {
    String otherwise =
        switch (kind) {
          case OPENAI -> "https://api.openai.com/v1";
          case ANTHROPIC -> "https://api.anthropic.com/v1";
          case GEMINI -> "https://generativelanguage.googleapis.com/v1beta";
          case REMOTE, LOCAL -> "";
        };
    String url = text(proxy, "url", otherwise);
    require(!url.isEmpty(), PROXIES, "a remote proxy needs the url of its instance");
    return SettingsReader.uri(PROXIES + ".url", url.replaceFirst("/$", ""));
  }

  private static int number(Config proxy, String field, int otherwise, int least) {
    int value = proxy.hasPath(field) ? proxy.getInt(field) : otherwise;
    require(value >= least, PROXIES + "." + field, "must be " + least + " or more");
    return value;
  }

  /** An amount of money in millionths. */
  private static long micros(Config config, String field, String path) {
    if (!config.hasPath(field)) {
      return 0;
    }
    BigDecimal amount = new BigDecimal(config.getString(field));
    require(amount.signum() >= 0, path, "an amount must be 0 or more");
    return amount.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static <E extends Enum<E>> E choice(String path, String name, E[] values) {
    for (E value : values) {
      if (value.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return value;
      }
    }
    List<String> names =
        List.of(values).stream()
            .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    throw new SettingsException(path + ": must be one of " + String.join(", ", names));
  }
}
