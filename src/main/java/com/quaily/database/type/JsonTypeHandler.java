package com.quaily.database.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** A {@code jsonb} object as a map; never null when read. */
public final class JsonTypeHandler extends BaseTypeHandler<Map<String, Object>> {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> TYPE = new TypeReference<>() {};

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, Map<String, Object> value, JdbcType type)
      throws SQLException {
    statement.setObject(index, write(value), Types.OTHER);
  }

  static String write(Object value) throws SQLException {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new SQLException("not representable as JSON", e);
    }
  }

  @Override
  public Map<String, Object> getNullableResult(ResultSet row, String column) throws SQLException {
    return read(row.getString(column));
  }

  @Override
  public Map<String, Object> getNullableResult(ResultSet row, int column) throws SQLException {
    return read(row.getString(column));
  }

  @Override
  public Map<String, Object> getNullableResult(CallableStatement call, int column)
      throws SQLException {
    return read(call.getString(column));
  }

  private static Map<String, Object> read(String json) throws SQLException {
    if (json == null || json.equals("{}")) {
      return Map.of();
    }
    try {
      return JSON.readValue(json, TYPE);
    } catch (JsonProcessingException e) {
      throw new SQLException("the column does not hold a JSON object", e);
    }
  }
}
