package com.quaily.resource.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Provides our JSON configuration to Jersey. */
@Provider
public final class JsonProvider implements ContextResolver<ObjectMapper> {

  private final ObjectMapper mapper = Json.mapper();

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return mapper;
  }
}
