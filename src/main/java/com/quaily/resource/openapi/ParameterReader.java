package com.quaily.resource.openapi;

import com.fasterxml.jackson.annotation.JsonView;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.ParameterProcessor;
import io.swagger.v3.jaxrs2.DefaultParameterExtension;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Reads the parameters that Swagger would take for a body: it knows nothing of callers, and it
 * finds no private fields in a class of parameters.
 */
final class ParameterReader extends DefaultParameterExtension {

  @Override
  public ResolvedParameter extractParameters(
      List<Annotation> annotations,
      Type type,
      Set<Type> typesToSkip,
      Components components,
      Consumes classConsumes,
      Consumes methodConsumes,
      boolean includeRequestBody,
      JsonView view,
      Iterator<OpenAPIExtension> chain) {
    if (has(annotations, Context.class)) {
      return new ResolvedParameter();
    }
    if (has(annotations, BeanParam.class)) {
      ResolvedParameter all = new ResolvedParameter();
      for (Field field : constructType(type).getRawClass().getDeclaredFields()) {
        add(field, all, typesToSkip, components, classConsumes, methodConsumes);
      }
      return all;
    }
    return super.extractParameters(
        annotations,
        type,
        typesToSkip,
        components,
        classConsumes,
        methodConsumes,
        includeRequestBody,
        view,
        chain);
  }

  private void add(
      Field field,
      ResolvedParameter all,
      Set<Type> typesToSkip,
      Components components,
      Consumes classConsumes,
      Consumes methodConsumes) {
    List<Annotation> annotations = List.of(field.getAnnotations());
    if (annotations.isEmpty()) {
      return;
    }
    FormParam form = field.getAnnotation(FormParam.class);
    if (form != null) {
      Schema<?> schema =
          ModelConverters.getInstance(true)
              .resolveAsResolvedSchema(new AnnotatedType(field.getGenericType()))
              .schema;
      all.formParameters.add(new Parameter().name(form.value()).schema(schema));
      return;
    }
    Type type = described(field);
    ResolvedParameter one =
        super.extractParameters(
            annotations,
            type,
            typesToSkip,
            components,
            classConsumes,
            methodConsumes,
            true,
            null,
            Collections.emptyIterator());
    for (Parameter parameter : one.parameters) {
      ParameterProcessor.applyAnnotations(
          parameter, type, annotations, components, new String[0], new String[0], null, true);
    }
    all.parameters.addAll(one.parameters);
  }

  /** Queries are read as text to be refused by us; their description may say what they hold. */
  private static Type described(Field field) {
    var described = field.getAnnotation(io.swagger.v3.oas.annotations.Parameter.class);
    return described == null || described.schema().implementation() == Void.class
        ? field.getGenericType()
        : described.schema().implementation();
  }

  private static boolean has(List<Annotation> annotations, Class<? extends Annotation> type) {
    return annotations.stream().anyMatch(type::isInstance);
  }
}
