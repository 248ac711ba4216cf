package com.quaily.resource.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class HealthTest {

  private final TestInstance underTest;

  HealthTest(TestInstance underTest) {
    this.underTest = underTest;
  }

  @Test
  void aRunningProgramIsHealthy() {
    HttpResponse<String> answer = underTest.get("/healthz");

    assertEquals(200, answer.statusCode());
    assertEquals("{\"ok\":true,\"parts\":{}}\n", answer.body());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void aProgramWithReachableDependenciesIsReady() {
    HttpResponse<String> answer = underTest.get("/readyz");

    assertEquals(200, answer.statusCode());
    assertEquals(
        "{\"ok\":true,\"parts\":{\"database\":true,\"disk\":true,\"storage\":true}}\n",
        answer.body());
  }
}
