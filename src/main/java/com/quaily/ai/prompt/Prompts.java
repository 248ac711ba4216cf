package com.quaily.ai.prompt;

import com.quaily.model.JsonText;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.ai.ModelClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The prompts in the resources, by name. Thread-safe. */
public final class Prompts {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final int DEFAULT_OUTPUT = 2_000;

  private final Map<String, Optional<Prompt>> known = new ConcurrentHashMap<>();

  /** Empty when there is none. */
  public Optional<Prompt> find(String name) {
    return NAME.matcher(name).matches()
        ? known.computeIfAbsent(name, Prompts::load)
        : Optional.empty();
  }

  /**
   * A prompt that exists.
   *
   * @throws IllegalArgumentException when it does not
   */
  public Prompt get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no prompt " + name));
  }

  private static Optional<Prompt> load(String name) {
    try (InputStream resource =
        Prompts.class.getResourceAsStream("/com/quaily/prompts/" + name + ".yaml")) {
      if (resource == null) {
        return Optional.empty();
      }
      Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(resource);
      List<?> steps = (List<?>) read.get("steps");
      return Optional.of(
          new Prompt(
              name,
              (Integer) read.get("version"),
              steps.stream().map(step -> step((Map<?, ?>) step)).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("the prompt " + name + " cannot be read", e);
    }
  }

  private static Prompt.Step step(Map<?, ?> step) {
    Object template = step.get("template");
    Object limit = step.get("max-output");
    return new Prompt.Step(
        text(step, "name", "answer"),
        ModelClass.valueOf(text(step, "class", "small").toUpperCase(Locale.ROOT)),
        AnswerFormat.valueOf(text(step, "format", "plaintext").toUpperCase(Locale.ROOT)),
        limit == null ? DEFAULT_OUTPUT : (Integer) limit,
        template == null ? "" : JsonText.write(template),
        text(step, "system", ""),
        text(step, "user", ""),
        step.get("images") instanceof List<?> names
            ? names.stream().map(String::valueOf).toList()
            : List.of());
  }

  private static String text(Map<?, ?> step, String field, String otherwise) {
    Object value = step.get(field);
    return value == null ? otherwise : value.toString();
  }
}
