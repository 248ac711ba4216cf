package com.quaily.resource.api;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The requested page of a list. */
public final class PaginationParams {

  private static final Set<String> NO = Set.of("", "0", "false");

  @Parameter(schema = @Schema(implementation = Integer.class))
  @QueryParam("offset")
  private String offset;

  @Parameter(schema = @Schema(implementation = Integer.class))
  @QueryParam("limit")
  private String limit;

  /** From 0. */
  public int offset() {
    return number("offset", offset, 0);
  }

  /** From 1; larger values are reduced to the maximum, as clients expect. */
  public int limit() {
    return Math.max(1, Math.min(Limits.SLICE, number("limit", limit, Limits.SLICE_DEFAULT)));
  }

  /** A non-negative integer in a query, or the default if it is missing. */
  public static int number(String field, String text, int otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(field);
    }
    throw wrong(field);
  }

  private static InvalidException wrong(String field) {
    return new InvalidException(ErrorCode.INVALID_FIELD, field, "must be a non-negative integer");
  }

  /** Whether a query flag is set, by {@code 1}, {@code true} or any other word. */
  public static boolean flag(String text) {
    return text != null && !NO.contains(text);
  }

  /** An id in a query. */
  public static long id(String field, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, field, "must be a number");
    }
  }

  /** Comma-separated ids. */
  public static List<Long> ids(String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(id -> !id.isEmpty())
          .map(Long::valueOf)
          .distinct()
          .limit(Limits.SLICE)
          .toList();
    } catch (NumberFormatException e) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "ids", "must be comma-separated numbers");
    }
  }
}
