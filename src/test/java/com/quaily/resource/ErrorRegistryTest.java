package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorRegistryTest {

  private final List<ErrorCode> underTest = List.of(ErrorCode.values());

  @Test
  void everyCodeIsInTheManual() throws IOException {
    String documented =
        Files.readAllLines(Path.of("docs/errors.md")).stream()
            .filter(line -> line.matches("\\| \\d{4} \\|.*"))
            .map(line -> line.split(" *\\| *"))
            .map(cells -> cells[1] + " " + cells[2] + " " + cells[4])
            .collect(Collectors.joining("\n"));

    assertEquals(
        underTest.stream()
            .map(code -> code.number() + " " + code.name() + " " + code.message())
            .collect(Collectors.joining("\n")),
        documented);
  }

  @Test
  void everyNumberMeansOneThingAndNoneIsSuccess() {
    assertTrue(underTest.size() > 50, "every code of the registry");
    assertEquals(underTest.size(), underTest.stream().map(ErrorCode::number).distinct().count());
    assertTrue(underTest.stream().allMatch(code -> code.number() > 0));
  }

  @Test
  void messagesAreSentences() {
    assertTrue(
        Arrays.stream(ErrorCode.values()).allMatch(code -> code.message().matches("[A-Z].*\\.")));
  }
}
