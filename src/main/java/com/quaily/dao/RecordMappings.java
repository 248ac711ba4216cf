package com.quaily.dao;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.Configuration;

/**
 * How rows become records: the column {@code published_at} is the component {@code publishedAt}. A
 * mapper names the record's class as its {@code resultMap}. MyBatis would find the same by itself,
 * but by comparing all names again for every row.
 */
final class RecordMappings {

  private static final Pattern WORD = Pattern.compile("(?=[A-Z])");

  private RecordMappings() {}

  static void register(Configuration configuration, Class<? extends Record> type) {
    List<ResultMapping> components =
        Arrays.stream(type.getRecordComponents())
            .map(component -> mapping(configuration, component))
            .toList();
    configuration.addResultMap(
        new ResultMap.Builder(configuration, type.getName(), type, components, false).build());
  }

  private static ResultMapping mapping(Configuration configuration, RecordComponent component) {
    return new ResultMapping.Builder(
            configuration, component.getName(), column(component.getName()), component.getType())
        .flags(List.of(ResultFlag.CONSTRUCTOR))
        .build();
  }

  private static String column(String component) {
    return WORD.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
