package com.quaily.ai;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors as bytes: float32, little-endian. */
public final class VectorBytes {

  private VectorBytes() {}

  public static byte[] of(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : vector) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  /** Reads {@link #of}. */
  public static float[] read(byte[] bytes) {
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }

  /** The vector with length 1, so that the product of two is their cosine. */
  public static float[] normalized(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float[] normal = new float[vector.length];
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length && length > 0; i++) {
      normal[i] = (float) (vector[i] / length);
    }
    return normal;
  }

  /** The cosine of two normalized vectors; 0 when a model has changed its number of dimensions. */
  public static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length && one.length == other.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
