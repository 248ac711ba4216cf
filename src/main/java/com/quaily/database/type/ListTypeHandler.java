package com.quaily.database.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.quaily.model.JsonText;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * A PostgreSQL array as a list; never null when read. The array type follows from the elements:
 * numbers become {@code bigint[]} or {@code integer[]}, text becomes {@code text[]}. An empty list
 * must be cast in the statement. Also reads {@code jsonb} arrays, so that a record's list can come
 * from either.
 */
public final class ListTypeHandler extends BaseTypeHandler<List<?>> {

  private static final ObjectReader READER =
      JsonText.reader().forType(new TypeReference<List<Object>>() {});

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, List<?> value, JdbcType type) throws SQLException {
    Object first = value.isEmpty() ? "" : value.get(0);
    String element = "text";
    if (first instanceof Long) {
      element = "bigint";
    } else if (first instanceof Integer) {
      element = "integer";
    }
    statement.setArray(index, statement.getConnection().createArrayOf(element, value.toArray()));
  }

  @Override
  public List<?> getNullableResult(ResultSet row, String column) throws SQLException {
    return getNullableResult(row, row.findColumn(column));
  }

  @Override
  public List<?> getNullableResult(ResultSet row, int column) throws SQLException {
    if (row.getMetaData().getColumnType(column) == Types.ARRAY) {
      Array array = row.getArray(column);
      return array == null ? List.of() : List.of((Object[]) array.getArray());
    }
    return readJson(row.getString(column));
  }

  @Override
  public List<?> getNullableResult(CallableStatement call, int column) throws SQLException {
    return readJson(call.getString(column));
  }

  private static List<?> readJson(String json) throws SQLException {
    if (json == null || json.equals("[]")) {
      return List.of();
    }
    try {
      return READER.readValue(json);
    } catch (JsonProcessingException e) {
      throw new SQLException("the column does not hold a JSON array", e);
    }
  }
}
