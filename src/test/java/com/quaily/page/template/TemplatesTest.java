package com.quaily.page.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.exception.VelocityException;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private final Templates underTest = new Templates("look/templates/");

  @Test
  void everyReferenceIsEscapedWhereverItStands() {
    String page = underTest.render("insertion", Map.of("value", "<b a=\"'`&\">"));
    assertEquals(
        "<p title=\"&lt;b a=&quot;&#39;&#96;&amp;&quot;&gt;\">"
            + "&lt;b a=&quot;&#39;&#96;&amp;&quot;&gt;</p>\n",
        page);
  }

  @Test
  void finishedMarkupIsInsertedUnchanged() {
    String page = underTest.render("insertion", Map.of("value", new Html("<i>")));
    assertEquals("<p title=\"<i>\"><i></p>\n", page);
  }

  @Test
  void aValueIsNeverReadAsATemplate() {
    String page = underTest.render("insertion", Map.of("value", "$value #set($x = 1) ${x} #end"));
    String literal = "$value #set($x = 1) ${x} #end";
    assertEquals("<p title=\"" + literal + "\">" + literal + "</p>\n", page);
  }

  @Test
  void anUndefinedReferenceIsAnError() {
    assertThrows(VelocityException.class, () -> underTest.render("insertion", Map.of()));
  }

  @Test
  void aReferenceWithoutAValueIsAnError() {
    Map<String, Object> values = new HashMap<>();
    values.put("value", null);
    assertThrows(VelocityException.class, () -> underTest.render("insertion", values));
  }

  @Test
  void aMissingTemplateIsAnError() {
    assertThrows(ResourceNotFoundException.class, () -> underTest.render("absent", Map.of()));
  }
}
