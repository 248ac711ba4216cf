package com.quaily.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class WebApplicationContextTest {

  private static Element webXml;

  @BeforeAll
  static void readWebXml() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    webXml =
        factory
            .newDocumentBuilder()
            .parse(new File("src/main/webapp/WEB-INF/web.xml"))
            .getDocumentElement();
  }

  @Test
  void hasTheFiltersOfWebXmlInTheirOrder() {
    assertEquals(declared("filter"), WebApplicationContext.FILTERS);
  }

  @Test
  void hasTheServletsOfWebXml() {
    assertEquals(declared("servlet"), WebApplicationContext.SERVLETS);
  }

  @Test
  void buildsTheSameServletsAtStart() {
    Set<String> declared =
        elements(webXml, "servlet").stream()
            .filter(servlet -> !elements(servlet, "load-on-startup").isEmpty())
            .map(servlet -> text(servlet, "servlet-name"))
            .collect(Collectors.toSet());
    assertEquals(declared, WebApplicationContext.BUILT_AT_START);
  }

  @Test
  void hasTheListenersOfWebXml() {
    List<String> listeners =
        elements(webXml, "listener").stream().map(each -> text(each, "listener-class")).toList();
    assertEquals(listeners, WebApplicationContext.LISTENERS);
  }

  @Test
  void webXmlWantsNoScanningAndAllowsAsynchronousAnswers() {
    assertEquals("true", webXml.getAttribute("metadata-complete"));
    assertEquals(1, elements(webXml, "absolute-ordering").size());
    for (String kind : List.of("filter", "servlet")) {
      assertTrue(
          elements(webXml, kind).stream()
              .allMatch(each -> text(each, "async-supported").equals("true")));
    }
  }

  private static List<WebApplicationContext.Mapping> declared(String kind) {
    Map<String, String> classes = new HashMap<>();
    elements(webXml, kind)
        .forEach(each -> classes.put(text(each, kind + "-name"), text(each, kind + "-class")));
    return elements(webXml, kind + "-mapping").stream()
        .map(
            each -> {
              String name = text(each, kind + "-name");
              List<String> patterns =
                  elements(each, "url-pattern").stream()
                      .map(pattern -> pattern.getTextContent().strip())
                      .toList();
              return new WebApplicationContext.Mapping(name, classes.get(name), patterns);
            })
        .toList();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).get(0).getTextContent().strip();
  }
}
