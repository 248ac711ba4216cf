package com.quaily.dao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.testing.TestDatabase;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.reflection.ParamNameResolver;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/**
 * Explains every reading statement of every DAO on {@link LargeDatabase}: each must use an index.
 * Finds full scans of tables and of indexes, unless a limit ends them. A new statement is checked
 * automatically, once there are {@link QueryArguments} for its parameters.
 */
class QueryPlansTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may read a whole table, and why. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "ServerSecretDao.selectSigningKey",
          "the table has one row",
          "AiProxyDao.selectAll",
          "the table has a row for each proxy",
          "AiSchedulerDao.selectSeen",
          "the table has one row",
          "AiKeyDao.selectAll",
          "the operator lists all keys",
          "SequenceMailDao.selectDue",
          "each of the few emails for new readers is looked at",
          "ChannelDao.selectWithDomain",
          "the table of hosts names every domain that there is",
          "PageDao.selectChannelsWithChanges",
          "the table holds what is not rendered yet, which is seconds' work",
          "NoticeDao.selectRaised",
          "the table holds what is wrong at the moment",
          "PageDao.countChanges",
          "the table holds what is not rendered yet, which is seconds' work");

  /** What the service asks right after this. */
  private static final String PREPARATION = "SearchDao.prepareSearch";

  private static final Set<String> PREPARED =
      Set.of(
          "SearchDao.selectPosts",
          "SearchDao.selectByWords",
          "SearchDao.countByWords",
          "SearchDao.selectByTitle",
          "SearchDao.selectChannelsByWords",
          "SearchDao.countChannelsByWords");

  private final Map<String, String> found = new TreeMap<>();
  private final Set<String> partialIndexes = new HashSet<>();
  private int explained;

  @Test
  void everyStatementThatReadsUsesAnIndex() throws Exception {
    TestDatabase server = LargeDatabase.create();
    try (Database database =
            new Database(
                new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 1));
        Connection connection = connect(server);
        Connection typing = server.connect()) {
      connection.setAutoCommit(false);
      readPartialIndexes(connection);
      Configuration mappers = Database.configuration(database.dataSource());
      for (Class<?> dao : mappers.getMapperRegistry().getMappers()) {
        for (Method method : dao.getDeclaredMethods()) {
          explainAll(connection, typing, mappers, method);
        }
      }
    }

    StringBuilder wrong = new StringBuilder();
    found.forEach(
        (statement, problem) -> {
          if (!EXCEPTIONS.containsKey(statement)) {
            wrong.append(statement).append(": ").append(problem).append('\n');
          }
        });
    assertEquals("", wrong.toString());
    assertEquals(EXCEPTIONS.keySet(), found.keySet(), "an exception is one no more");
    assertTrue(explained > 100, "plans looked at: " + explained);
  }

  /** Statements go out as text, so that a plan can be asked for that knows no arguments. */
  private static Connection connect(TestDatabase server) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl() + "?preferQueryMode=simple", server.user(), server.password());
  }

  private void readPartialIndexes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select indexrelid::regclass::text from pg_index where indpred is not null")) {
      while (row.next()) {
        partialIndexes.add(row.getString(1));
      }
    }
  }

  private void explainAll(
      Connection connection, Connection typing, Configuration mappers, Method method)
      throws Exception {
    String id = method.getDeclaringClass().getName() + "." + method.getName();
    if (!mappers.hasStatement(id)) {
      return;
    }
    MappedStatement statement = mappers.getMappedStatement(id);
    if (statement.getSqlCommandType() != SqlCommandType.SELECT || statement.isDirtySelect()) {
      return;
    }
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    for (Object[] arguments : argumentsOf(name, method)) {
      if (PREPARED.contains(name)) {
        prepare(connection, mappers);
      }
      Object parameters = new ParamNameResolver(mappers, method).getNamedParams(arguments);
      String given = Arrays.deepToString(arguments);
      JsonNode generic = explain(connection, typed(typing, mappers, statement, parameters));
      problems(generic, false).forEach(problem -> found.put(name, problem + " with any arguments"));
      JsonNode custom = explainCustom(connection, mappers, statement, parameters);
      problems(custom, false).forEach(problem -> found.put(name, problem + " with " + given));
      connection.rollback();
      explained++;
    }
  }

  private static void prepare(Connection connection, Configuration mappers) throws SQLException {
    BoundSql sql =
        mappers.getMappedStatement("com.quaily.dao." + PREPARATION).getBoundSql(Map.of());
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.getSql());
    }
  }

  /** The plan for any arguments; PostgreSQL keeps it where it seems no worse than the others. */
  private static JsonNode explain(Connection connection, String sql) throws Exception {
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("explain (generic_plan, format json) " + sql)) {
      row.next();
      return JSON.readTree(row.getString(1)).get(0).get("Plan");
    }
  }

  /** The plan for these arguments and no others. */
  private static JsonNode explainCustom(
      Connection connection, Configuration mappers, MappedStatement statement, Object parameters)
      throws Exception {
    BoundSql sql = statement.getBoundSql(parameters);
    try (PreparedStatement explain =
        connection.prepareStatement("explain (format json) " + sql.getSql())) {
      mappers.newParameterHandler(statement, parameters, sql).setParameters(explain);
      try (ResultSet row = explain.executeQuery()) {
        row.next();
        return JSON.readTree(row.getString(1)).get(0).get("Plan");
      }
    }
  }

  /** A statement with PostgreSQL's own names of parameters, and their types. */
  private static String typed(
      Connection connection, Configuration mappers, MappedStatement statement, Object parameters)
      throws SQLException {
    BoundSql sql = statement.getBoundSql(parameters);
    StringBuilder types = new StringBuilder();
    try (PreparedStatement prepared = connection.prepareStatement(sql.getSql())) {
      mappers.newParameterHandler(statement, parameters, sql).setParameters(prepared);
      ParameterMetaData known = prepared.getParameterMetaData();
      String[] parts = sql.getSql().split("\\?", -1);
      types.append(parts[0]);
      for (int number = 1; number < parts.length; number++) {
        String type = known.getParameterTypeName(number);
        types.append("($%d::%s)%s".formatted(number, type, parts[number]));
      }
    }
    return types.toString();
  }

  /** Every combination of what the parameters can be. */
  private static List<Object[]> argumentsOf(String name, Method method) {
    boolean cut = Arrays.stream(method.getParameters()).anyMatch(p -> nameOf(p).equals("limit"));
    List<Object[]> combinations = new ArrayList<>();
    combinations.add(new Object[0]);
    for (Parameter parameter : method.getParameters()) {
      List<Object> values = QueryArguments.of(name, nameOf(parameter), parameter.getType(), cut);
      List<Object[]> longer = new ArrayList<>();
      for (Object[] given : combinations) {
        for (Object value : values) {
          Object[] more = Arrays.copyOf(given, given.length + 1);
          more[given.length] = value;
          longer.add(more);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private static String nameOf(Parameter parameter) {
    Param given = parameter.getAnnotation(Param.class);
    return given == null ? parameter.getName() : given.value();
  }

  /**
   * What a part of a plan, and all below it, reads from end to end.
   *
   * @param ends whether a limit above ends it before its own end
   */
  private List<String> problems(JsonNode part, boolean ends) {
    List<String> problems = new ArrayList<>();
    String kind = part.get("Node Type").textValue();
    String index = part.path("Index Name").asText();
    if (kind.equals("Seq Scan")) {
      problems.add("reads all of " + part.get("Relation Name").textValue());
    } else if (!index.isEmpty()
        && !part.has("Index Cond")
        && !ends
        && !partialIndexes.contains(index)) {
      problems.add("reads all of the index " + index);
    }
    boolean endsBelow =
        switch (kind) {
          case "Limit" -> true;
          case "Sort", "Aggregate", "Hash", "WindowAgg" -> false;
          default -> ends;
        };
    for (JsonNode below : part.path("Plans")) {
      boolean apart = below.path("Parent Relationship").asText().matches("InitPlan|SubPlan");
      problems.addAll(problems(below, endsBelow && !apart));
    }
    problems.sort(Comparator.naturalOrder());
    return problems;
  }
}
