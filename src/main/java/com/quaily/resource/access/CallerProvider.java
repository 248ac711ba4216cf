package com.quaily.resource.access;

import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnauthorizedException;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/**
 * Gives resource methods their caller: {@code @Context Caller} where a token is required,
 * {@code @Context Optional<Caller>} where it is not.
 */
public final class CallerProvider implements ValueParamProvider {

  @Override
  public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
    if (!parameter.isAnnotationPresent(Context.class)) {
      return null;
    }
    if (parameter.getRawType() == Caller.class) {
      return CallerProvider::require;
    }
    return isOptionalCaller(parameter.getType()) ? CallerProvider::find : null;
  }

  /** Jersey asks its own providers, which do not know callers, after those of this priority. */
  @Override
  public PriorityType getPriority() {
    return Priority.HIGH;
  }

  private static boolean isOptionalCaller(Type type) {
    return type instanceof ParameterizedType optional
        && optional.getRawType() == Optional.class
        && optional.getActualTypeArguments()[0] == Caller.class;
  }

  private static Caller require(ContainerRequest request) {
    return find(request)
        .orElseThrow(() -> new UnauthorizedException(ErrorCode.AUTHENTICATION_REQUIRED));
  }

  private static Optional<Caller> find(ContainerRequest request) {
    return Callers.of(request.getSecurityContext());
  }
}
