package com.quaily.ai.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.ai.AnswerFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

  private static String json(String answer) throws FormatFault {
    return AnswerReader.read(answer, AnswerFormat.JSON, "", false);
  }

  private static String fault(String answer, AnswerFormat format, String template, boolean cut) {
    return assertThrows(FormatFault.class, () -> AnswerReader.read(answer, format, template, cut))
        .getMessage();
  }

  @Test
  void plainTextIsWrapped() throws FormatFault {
    assertEquals(
        "{\"response\":{\"text\":\"はい\",\"json\":null}}",
        AnswerReader.read(" はい\n", AnswerFormat.PLAINTEXT, "", false));
  }

  @Test
  void fencesProseAndSmallFaultsAreRemoved() throws FormatFault {
    for (String answer :
        List.of(
            "{\"a\":[1,true]}",
            "```json\n{\"a\":[1,true]}\n```",
            "Here you are:\n{\"a\": [1, true,],}\nAnything else? {no}",
            "{'a': [1, True]}",
            "{a: [1, true]} // done",
            "{\"a\": [1, true")) {
      assertEquals("{\"a\":[1,true]}", json(answer), answer);
    }
  }

  @Test
  void bracketsInTextsAreNoBrackets() throws FormatFault {
    assertEquals("{\"a\":\"} \\\" ]\"}", json("{\"a\":\"} \\\" ]\"} and more }"));
  }

  @Test
  void anAnswerThatWasCutIsNotCompleted() {
    assertTrue(fault("{\"a\": [1, 2", AnswerFormat.JSON, "", true).contains("complete"));
  }

  @Test
  void whatDoesNotFitTheSchemaIsNamed() throws FormatFault {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},\"required\":[\"n\"]}";

    assertEquals("{\"n\":1}", AnswerReader.read("{\"n\":1}", AnswerFormat.JSON, schema, false));
    assertTrue(fault("{\"n\":\"1\"}", AnswerFormat.JSON, schema, false).contains("/n"));
    assertTrue(fault("{}", AnswerFormat.JSON, schema, false).contains("n"));
  }

  @Test
  void anExampleServesAsASchema() throws FormatFault {
    String example = "{\"title\":\"…\",\"tags\":[\"…\"],\"score\":0.5}";
    String good = "{\"title\":\"a\",\"tags\":[],\"score\":1}";

    assertEquals(good, AnswerReader.read(good, AnswerFormat.JSON, example, false));
    assertTrue(
        fault("{\"title\":\"a\",\"tags\":[1],\"score\":1}", AnswerFormat.JSON, example, false)
            .contains("/tags/0"));
  }

  @Test
  void yamlIsParsedAndKeptAsItIs() throws FormatFault {
    assertEquals(
        "{\"yaml\":\"a: 1\\nb: [x, y]\"}",
        AnswerReader.read("```yaml\na: 1\nb: [x, y]\n```", AnswerFormat.YAML, "", false));
    assertTrue(fault("a: [1", AnswerFormat.YAML, "", false).contains("YAML"));
    assertTrue(fault("!!java.net.URL [x]", AnswerFormat.YAML, "", false).contains("YAML"));
  }
}
