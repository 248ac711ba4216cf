package com.quaily.resource.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.quaily.model.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OriginCodesTest {

  @Test
  void anErrorCarriesTheNumberThatClientsOfTheOriginalKnow() {
    assertEquals(10005, ErrorResponse.of(ErrorCode.WRONG_CODE, "x").originCode());
    assertEquals(90001, ErrorResponse.of(ErrorCode.TOO_MANY_CODES, "x").originCode());
    assertEquals(
        20007, ErrorResponse.of(ErrorCode.EMAIL_DENIED, "x").withField("email").originCode());
    assertNull(ErrorResponse.of(ErrorCode.PAYWALL_LEAK, "x").originCode());
  }

  @Test
  void noCodeHasTwoNumbers() {
    Set<ErrorCode> seen = new HashSet<>();
    OriginCodes.all()
        .forEach((number, codes) -> codes.forEach(code -> assertEquals(true, seen.add(code))));
    assertEquals(true, seen.size() > 30);
  }

  @Test
  void theDocumentationListsThemAll() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("docs/errors.md"));
    Set<String> documented =
        lines.stream()
            .filter(line -> line.matches("\\| \\d{5} \\| .*"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = new TreeSet<>();
    OriginCodes.all()
        .forEach(
            (number, codes) ->
                expected.add(
                    "| %d | %s |"
                        .formatted(
                            number,
                            codes.stream()
                                .map(code -> code.number())
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")))));
    assertEquals(expected, documented);
  }
}
