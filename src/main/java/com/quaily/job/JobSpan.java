package com.quaily.job;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/**
 * Makes each run of a job a trace of its own, with the statements and calls in it. Without
 * OpenTelemetry's agent nothing is recorded; requests are traced by the agent itself.
 */
final class JobSpan {

  private static final String SCOPE = "quaily";

  private JobSpan() {}

  /** Runs the work of a job in a span with the job's name. */
  static void run(String name, Runnable work) {
    run(GlobalOpenTelemetry.getTracer(SCOPE), name, work);
  }

  @SuppressWarnings("try") // the scope ends with the block
  static void run(Tracer tracer, String name, Runnable work) {
    Span span = tracer.spanBuilder("job " + name).setNoParent().startSpan();
    try (Scope current = span.makeCurrent()) {
      work.run();
    } catch (RuntimeException | Error e) {
      span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
      throw e;
    } finally {
      span.end();
    }
  }
}
