package com.quaily.database.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.quaily.model.JsonText;
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

  private static final ObjectReader READER =
      JsonText.reader().forType(new TypeReference<LinkedHashMap<String, Object>>() {});

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, Map<String, Object> value, JdbcType type)
      throws SQLException {
    statement.setObject(index, JsonText.write(value), Types.OTHER);
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
      return READER.readValue(json);
    } catch (JsonProcessingException e) {
      throw new SQLException("the column does not hold a JSON object", e);
    }
  }
}
