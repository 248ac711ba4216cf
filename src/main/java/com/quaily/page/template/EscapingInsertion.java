package com.quaily.page.template;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.exception.VelocityException;

/**
 * Escapes every value that a template inserts, unless it is {@link Html}. Velocity calls it for
 * every reference; a reference without a value is an error.
 */
public final class EscapingInsertion implements ReferenceInsertionEventHandler {

  @Override
  public Object referenceInsert(Context context, String reference, Object value) {
    if (value == null) {
      throw new VelocityException("No value for " + reference);
    }
    if (value instanceof Html html) {
      return html.value();
    }
    return Html.escape(value.toString());
  }
}
