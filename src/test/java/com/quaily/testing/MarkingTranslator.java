package com.quaily.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.AiProviderStub.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Translates by putting a mark before each block, and spoils what a test wants. */
public final class MarkingTranslator {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGIN = "<data>\n[";
  private static final String END = "]\n</data>";

  private final Set<String> once = ConcurrentHashMap.newKeySet();
  private final Set<String> always = ConcurrentHashMap.newKeySet();

  /** Drops the block with this text from the first answer about it. */
  public void breakOnce(String text) {
    once.add(text);
  }

  /** Drops the block with this text from every answer. */
  public void breakAlways(String text) {
    always.add(text);
  }

  /** The answer to a question of the prompt for translations. */
  public Behaviour answer(Question question) {
    String asked = question.last();
    int begin = asked.lastIndexOf(BEGIN) + BEGIN.length() - 1;
    try {
      List<Map<String, String>> blocks = new ArrayList<>();
      for (JsonNode block : JSON.readTree(asked.substring(begin, asked.lastIndexOf(END) + 1))) {
        String text = block.get("text").textValue();
        boolean spoilt = once.removeIf(text::contains) || always.stream().anyMatch(text::contains);
        if (!spoilt) {
          blocks.add(Map.of("id", block.get("id").textValue(), "text", marked(text)));
        }
      }
      return Behaviour.text(JSON.writeValueAsString(Map.of("blocks", blocks)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(asked, e);
    }
  }

  /** A box to tick stays at the beginning. */
  private static String marked(String text) {
    return text.startsWith("⟦") && !text.contains("⟦/1⟧")
        ? text.replaceFirst("^(⟦\\d+⟧ ?)", "$1EN ")
        : "EN " + text;
  }
}
