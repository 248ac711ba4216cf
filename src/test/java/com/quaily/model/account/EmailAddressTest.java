package com.quaily.model.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "' Ada@Letters.Example ', ada@letters.example",
    "a.b.c+tag@x.example, a.b.c+tag@x.example",
    "1@2.3.x4, 1@2.3.x4",
    "ada@bücher.example, ada@xn--bcher-kva.example",
    "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah",
    "ada@xn--r8jz45g.xn--zckzah, ada@xn--r8jz45g.xn--zckzah",
    "ada@EXAMPLE。jp, ada@example.jp",
  })
  void anAddressHasOneForm(String written, String kept) {
    assertEquals(kept, EmailAddress.normalize(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".ada@x.example",
        "ada.@x.example",
        "a..b@x.example",
        ".@x.example",
        "ada@.example",
        "ada@x..example",
        "ada@-x.example",
        "ada@x",
        "ada",
        "@x.example",
        "a@b@x.example",
        "a b@x.example",
        "ada@bü cher.example",
        "ada@x.example.",
        "ada@127.0.0.1",
        "ada@x.123",
        "ä@x.example"
      })
  void whatNoServerTakesIsRefused(String address) {
    InvalidException refused =
        assertThrows(InvalidException.class, () -> EmailAddress.normalize(address));
    assertEquals(ErrorCode.EMAIL_INVALID, refused.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 300, 1_000_000})
  void whatIsTooLongIsRefused(int length) {
    assertThrows(
        InvalidException.class, () -> EmailAddress.normalize("a".repeat(length) + "@x.example"));
    assertThrows(
        InvalidException.class,
        () -> EmailAddress.normalize("a@" + "xxxxx.".repeat(length) + "example"));
  }
}
