package com.quaily.database.type;

import com.quaily.model.JsonText;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Writes a list of objects as a {@code jsonb} array; {@link ListTypeHandler} reads it. */
public final class JsonListTypeHandler extends BaseTypeHandler<List<?>> {

  private final ListTypeHandler reader = new ListTypeHandler();

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, List<?> value, JdbcType type) throws SQLException {
    statement.setObject(index, JsonText.write(value), Types.OTHER);
  }

  @Override
  public List<?> getNullableResult(ResultSet row, String column) throws SQLException {
    return reader.getNullableResult(row, column);
  }

  @Override
  public List<?> getNullableResult(ResultSet row, int column) throws SQLException {
    return reader.getNullableResult(row, column);
  }

  @Override
  public List<?> getNullableResult(CallableStatement call, int column) throws SQLException {
    return reader.getNullableResult(call, column);
  }
}
