package com.quaily.page.template;

import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;

/**
 * The Velocity templates on the class path, parsed once. Every inserted reference is escaped unless
 * it is {@link Html}; an undefined one is an error. Thread-safe.
 */
public final class Templates {

  private static final String FOLDER = "com/quaily/templates/";
  private static final int USUAL_PAGE_LENGTH = 32 * 1024;

  private final String folder;
  private final VelocityEngine engine;

  public Templates() {
    this(FOLDER);
  }

  /**
   * Other templates, for tests.
   *
   * @param folder on the class path, with a trailing slash
   */
  Templates(String folder) {
    this.folder = folder;
    engine = new VelocityEngine(properties(folder));
    engine.init();
  }

  /**
   * Renders a template.
   *
   * @param name file name without its extension, for example {@code article}
   * @param values everything that the template refers to; no null values
   * @throws org.apache.velocity.exception.VelocityException when the template is missing or refers
   *     to a missing value
   */
  public String render(String name, Map<String, Object> values) {
    Template template = engine.getTemplate(folder + name + ".vm");
    StringWriter page = new StringWriter(USUAL_PAGE_LENGTH);
    template.merge(new VelocityContext(values), page);
    return page.toString();
  }

  private static Properties properties(String folder) {
    Properties properties = new Properties();
    properties.setProperty("resource.loaders", "class");
    properties.setProperty("resource.loader.class.class", ClasspathResourceLoader.class.getName());
    properties.setProperty("resource.loader.class.cache", "true");
    properties.setProperty("resource.loader.class.modification_check_interval", "-1");
    properties.setProperty("resource.default_encoding", "UTF-8");
    properties.setProperty("runtime.strict_mode.enable", "true");
    properties.setProperty("velocimacro.library.path", folder + "macros.vm");
    properties.setProperty("velocimacro.arguments.strict", "true");
    properties.setProperty("parser.space_gobbling", "structured");
    properties.setProperty(
        "event_handler.reference_insertion.class", EscapingInsertion.class.getName());
    return properties;
  }
}
