package com.quaily.service.delivery.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.quaily.delivery.transport.HttpProvider;
import com.quaily.delivery.transport.HttpProvider.Call;
import com.quaily.delivery.transport.MailValue;
import com.quaily.model.JsonText;
import com.quaily.service.http.WebRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;

/**
 * A provider's request for an email. Values are put into the parsed body, not into its text, so
 * that nothing in an email can change the request. A field whose places are all empty is left out,
 * and so is a member of a list that has such a field.
 */
final class RequestTemplate {

  private static final String WHOLE_MAIL = "{{" + MailValue.RAW.wireName() + "}}";

  private final Call call;
  private final JsonNode body;

  RequestTemplate(Call call) {
    this.call = call;
    try {
      this.body = JsonText.reader().readTree(call.body());
    } catch (IOException e) {
      throw new IllegalArgumentException("the body of a provider is not JSON", e);
    }
  }

  WebRequest request(Map<MailValue, String> values) {
    WebRequest request = WebRequest.of(call.method(), call.url());
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      Optional<String> value = filled(header.getValue(), values);
      request = value.isEmpty() ? request : request.header(header.getKey(), value.get());
    }
    return switch (call.format()) {
      case JSON -> request.json(object(body, values));
      case FORM -> request.form(fields(values));
      case MULTIPART -> multipart(request, values);
    };
  }

  /** The text with its places filled; empty if it has places and none of them has a value. */
  private static Optional<String> filled(String text, Map<MailValue, String> values) {
    Matcher place = HttpProvider.PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    boolean places = false;
    boolean any = false;
    while (place.find()) {
      String value = values.get(MailValue.of(place.group(1).strip()));
      places = true;
      any |= !value.isEmpty();
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    place.appendTail(filled);
    return places && !any ? Optional.empty() : Optional.of(filled.toString());
  }

  private static Optional<JsonNode> node(JsonNode template, Map<MailValue, String> values) {
    if (template.isTextual()) {
      return filled(template.textValue(), values).map(JsonNodeFactory.instance::textNode);
    }
    if (template.isObject()) {
      return Optional.of(object(template, values));
    }
    return Optional.of(template.isArray() ? list(template, values) : template);
  }

  private static ObjectNode object(JsonNode template, Map<MailValue, String> values) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    template
        .properties()
        .forEach(
            field ->
                node(field.getValue(), values)
                    .ifPresent(value -> object.set(field.getKey(), value)));
    return object;
  }

  private static ArrayNode list(JsonNode template, Map<MailValue, String> values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (JsonNode member : template) {
      node(member, values).filter(value -> value.size() == member.size()).ifPresent(list::add);
    }
    return list;
  }

  private Map<String, String> fields(Map<MailValue, String> values) {
    Map<String, String> fields = new LinkedHashMap<>();
    object(body, values)
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().textValue()));
    return fields;
  }

  /** A field that consists of the whole email is a file, in the email's own bytes. */
  private WebRequest multipart(WebRequest request, Map<MailValue, String> values) {
    String boundary = UUID.randomUUID().toString();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    fields(values)
        .forEach(
            (name, value) -> {
              boolean isFile = body.path(name).asText().equals(WHOLE_MAIL);
              put(bytes, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"");
              put(bytes, quoted(name) + (isFile ? "\"; filename=\"email.eml\"\r\n" : "\"\r\n"));
              put(bytes, isFile ? "Content-Type: message/rfc822\r\n\r\n" : "\r\n");
              bytes.writeBytes(
                  isFile
                      ? Base64.getDecoder().decode(value)
                      : value.getBytes(StandardCharsets.UTF_8));
              put(bytes, "\r\n");
            });
    put(bytes, "--" + boundary + "--\r\n");
    return request.body("multipart/form-data; boundary=" + boundary, bytes.toByteArray());
  }

  private static String quoted(String name) {
    return name.replace("\"", "%22").replaceAll("[\r\n]", " ");
  }

  private static void put(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
