package com.quaily.testing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Copies records with changed values, so that a fixture names only what its test is about. */
public final class Records {

  private Records() {}

  /**
   * The same record with some of its components replaced.
   *
   * @param changes by the components' names
   * @throws IllegalArgumentException when it has no component of such a name or type
   */
  public static <T extends Record> T with(T record, Map<String, ?> changes) {
    Map<String, Object> left = new HashMap<>(changes);
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      values[i] = left.containsKey(name) ? left.remove(name) : read(record, components[i]);
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + left);
    }
    return create(record, components, values);
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("the test cannot read " + component, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> T create(
      T record, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("the test cannot make " + record.getClass(), e);
    }
  }
}
