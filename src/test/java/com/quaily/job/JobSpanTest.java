package com.quaily.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSpanTest {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

  private final Tracer tracer =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(exporter))
          .build()
          .get("test");

  @Test
  void aRunIsASpanWithTheJobsName() {
    JobSpan.run(tracer, "render", () -> {});
    assertThrows(
        IllegalStateException.class,
        () ->
            JobSpan.run(
                tracer,
                "mail",
                () -> {
                  throw new IllegalStateException("on purpose");
                }));
    List<SpanData> spans = exporter.getFinishedSpanItems();
    assertEquals(List.of("job render", "job mail"), spans.stream().map(SpanData::getName).toList());
    assertEquals(StatusCode.UNSET, spans.get(0).getStatus().getStatusCode());
    assertEquals(StatusCode.ERROR, spans.get(1).getStatus().getStatusCode());
  }

  @Test
  void withoutAnAgentTheWorkIsDoneAndNothingElse() {
    StringBuilder done = new StringBuilder();
    JobSpan.run("render", () -> done.append("yes"));
    assertEquals("yes", done.toString());
  }
}
