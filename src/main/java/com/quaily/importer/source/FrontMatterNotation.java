package com.quaily.importer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.quaily.importer.report.SourceException;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The three notations of front matter, with limits for each parser. */
enum FrontMatterNotation {
  YAML {
    @Override
    Object parse(String head, int linesBefore) throws SourceException {
      try {
        return yaml().load(head);
      } catch (MarkedYAMLException e) {
        int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
        throw broken(line + linesBefore, "YAML", yamlProblem(e), e);
      } catch (YAMLException e) {
        throw broken(1, "YAML", firstLine(e), e);
      }
    }
  },

  TOML {
    @Override
    Object parse(String head, int linesBefore) throws SourceException {
      TomlParseResult result = Toml.parse(head);
      if (result.hasErrors()) {
        TomlParseError error = result.errors().get(0);
        throw broken(error.position().line() + linesBefore, "TOML", firstLine(error), error);
      }
      return result.toMap();
    }
  },

  JSON {
    @Override
    Object parse(String head, int linesBefore) throws SourceException {
      try {
        return JSON_MAPPER.readValue(head, Map.class);
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        throw broken(line + linesBefore, "JSON", e.getOriginalMessage(), e);
      }
    }
  };

  private static final int MAX_NESTING = 20;
  private static final int MAX_ALIASES = 20;
  private static final ObjectMapper JSON_MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * The values as the parser's own types; null for empty front matter.
   *
   * @param linesBefore number of lines before the front matter, for messages
   */
  abstract Object parse(String head, int linesBefore) throws SourceException;

  private static Yaml yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setAllowDuplicateKeys(false);
    limits.setAllowRecursiveKeys(false);
    limits.setMaxAliasesForCollections(MAX_ALIASES);
    limits.setNestingDepthLimit(MAX_NESTING);
    limits.setCodePointLimit(FrontMatterReader.MAX_CHARACTERS);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(limits), new Representer(unused), unused, limits, new TextOnly());
  }

  private static String yamlProblem(MarkedYAMLException e) {
    return "mapping values are not allowed here".equals(e.getProblem())
        ? "a value that contains \": \" must be quoted"
        : e.getProblem();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static SourceException broken(int line, String notation, String problem, Exception e) {
    return new SourceException(
        line, "the front matter is not valid " + notation + ": " + problem, e);
  }

  /**
   * Keeps every plain value as the text that the author wrote. In YAML 1.1 the title "No" would be
   * a boolean, 12:30 the number 750, and a date without a zone a time in UTC.
   */
  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
      addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
  }
}
