package com.quaily.resource.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedTextTest {

  private static final String TEXT = "“quoted” \"and\" back\\slashed\n\ttext, 日本語, 🍵 and \u0007";

  private final ObjectMapper mapper =
      JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  @Test
  void aTextInAListReadsTheSameEachTimeItIsShown() throws IOException {
    String longText = (TEXT + " ").repeat(1_000);
    for (int shown = 0; shown < 3; shown++) {
      JsonNode list = read(List.of(new Item(TEXT), new Item(longText), new Item("")));
      assertEquals(TEXT, list.get(0).get("content").textValue());
      assertEquals(longText, list.get(1).get("content").textValue());
      assertEquals("", list.get(2).get("content").textValue());
    }
  }

  @Test
  void aSingleTextIsWrittenLikeAListedOne() throws IOException {
    byte[] alone = mapper.writeValueAsBytes(new Item(TEXT));
    byte[] listed = mapper.writeValueAsBytes(List.of(new Item(TEXT)));
    byte[] unwrapped = new byte[listed.length - 2];
    System.arraycopy(listed, 1, unwrapped, 0, unwrapped.length);
    assertArrayEquals(alone, unwrapped);
  }

  @Test
  void noTextIsNull() throws IOException {
    assertEquals("[{\"content\":null}]", mapper.writeValueAsString(List.of(new Item(null))));
  }

  private JsonNode read(List<Item> items) throws IOException {
    return mapper.readTree(mapper.writeValueAsBytes(items));
  }

  private record Item(@JsonSerialize(using = ListedText.class) String content) {}
}
