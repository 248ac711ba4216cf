package com.quaily.service.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.media.Photo;
import com.quaily.model.media.PhotoPage;
import com.quaily.testing.RemoteStub;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsplashTest {

  private static final String SEARCH = "/search/photos";
  private static final String DOWNLOAD = "/photos/LBI7cgq3pbM/download";
  private static final String FOUND =
      """
      {"total": 133, "total_pages": 7, "results": [
        {"id": "LBI7cgq3pbM", "width": 5245, "height": 3497, "color": "#60544D",
         "blur_hash": "LoC%a7IoIVxZ_NM|M{s:%hRjWAo0", "description": "A man drinking a coffee.",
         "alt_description": null, "likes": 286,
         "urls": {"raw": "https://images.unsplash.com/photo-1", "full": "https://images.unsplash.com/f",
                  "regular": "javascript:alert(1)", "small": 7},
         "links": {"html": "https://unsplash.com/photos/LBI7cgq3pbM",
                   "download_location": "https://api.unsplash.com/photos/LBI7cgq3pbM/download"},
         "user": {"id": "Ul0", "username": "poorkane", "name": "Gilbert Kane",
                  "links": {"html": "https://unsplash.com/@poorkane"}}},
        {"likes": 3}, "nonsense", {"id": "second"}, {"id": "third"}]}\
      """;

  private final RemoteStub stub = new RemoteStub();
  private final Unsplash underTest = unsplash(Duration.ofSeconds(20));

  private Unsplash unsplash(Duration timeout) {
    return new Unsplash(Optional.of(new UnsplashSettings("acc3ss", stub.uri(""), timeout)));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void usesTheProvidersParametersAndFields() {
    stub.answer(SEARCH, 200, FOUND);

    PhotoPage found = underTest.search(" green & tea ", 2, 2);

    assertEquals("Client-ID acc3ss", stub.last().authorization());
    assertEquals(SEARCH + "?query=green+%26+tea&page=2&per_page=2", stub.last().target());
    assertEquals(133, found.total());
    assertEquals(7, found.totalPages());
    assertEquals(2, found.results().size());
    Photo photo = found.results().get(0);
    assertEquals("LBI7cgq3pbM", photo.id());
    assertEquals(5245, photo.width());
    assertEquals("A man drinking a coffee.", photo.description());
    assertNull(photo.altDescription());
    assertEquals("https://images.unsplash.com/photo-1", photo.urls().raw());
    assertNull(photo.urls().regular(), "no address that a browser might run");
    assertNull(photo.urls().small());
    assertEquals("Gilbert Kane", photo.user().name());
    assertEquals("https://unsplash.com/@poorkane", photo.user().links().html());
    assertEquals("second", found.results().get(1).id());
    assertNull(found.results().get(1).links().downloadLocation());
  }

  @Test
  void aResponseWithThirtyPhotosIsNotTooLong() {
    String filler = "\"x\": \"" + "x".repeat(5_000) + "\"";
    String photos = ("{\"id\": \"p\", " + filler + "},").repeat(30);
    stub.answer(SEARCH, 200, "{\"results\": [" + photos + "{\"id\": \"last\"}]}");

    assertEquals(30, underTest.search("tea", 1, 100).results().size());
    assertTrue(stub.last().target().endsWith("per_page=30"), stub.last().target());
  }

  @Test
  void theUseOfAPhotoIsReportedToTheProvider() {
    stub.answer(DOWNLOAD, 200, "{\"url\": \"https://images.unsplash.com/photo-1?dl=1\"}");

    String url = underTest.downloadUrl(stub.uri(DOWNLOAD + "?ixid=abc").toString());

    assertEquals("https://images.unsplash.com/photo-1?dl=1", url);
    assertEquals(DOWNLOAD + "?ixid=abc", stub.last().target());
    assertEquals("Client-ID acc3ss", stub.last().authorization());
  }

  @Test
  void noOtherServerIsContacted() {
    String own = stub.uri("").toString();
    for (String endpoint :
        new String[] {
          "https://evil.example" + DOWNLOAD,
          own.replace("http:", "https:") + DOWNLOAD,
          own.replace("127.0.0.1", "127.0.0.2") + DOWNLOAD,
          own + "1" + DOWNLOAD,
          own.replace("//", "//user@") + DOWNLOAD,
          own + "@evil.example" + DOWNLOAD,
          own + "/me",
          own + "/photos/a/../../me/download",
          own + "/photos/a%2Fb/download",
          own + DOWNLOAD + "/more",
          own + DOWNLOAD + "#there",
          own,
          DOWNLOAD,
          "//evil.example" + DOWNLOAD,
          "mailto:somebody@example.com",
          "http:" + DOWNLOAD,
          "no address at all"
        }) {
      InvalidException refused =
          assertThrows(InvalidException.class, () -> underTest.downloadUrl(endpoint), endpoint);
      assertEquals(Optional.of("endpoint"), refused.field(), endpoint);
    }
    assertEquals(0, stub.count());
  }

  @Test
  void aRedirectIsNotFollowed() {
    stub.redirect(SEARCH, stub.uri("/elsewhere"), "{\"results\": []}");
    stub.answer("/elsewhere", 200, "{\"results\": []}");

    assertUnavailable(() -> underTest.search("tea", 1, 10));

    assertEquals(1, stub.count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{}", "<html>", "{\"results\": {}}"})
  void anInvalidResponseIsAnError(String answer) {
    stub.answer(SEARCH, 200, answer);
    stub.answer(DOWNLOAD, 200, answer);

    assertUnavailable(() -> underTest.search("tea", 1, 10));
    assertUnavailable(() -> underTest.downloadUrl(stub.uri(DOWNLOAD).toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void aProviderThatRefusesOrFailsIsUnavailable(int status) {
    stub.answer(SEARCH, status, "{\"results\": []}");
    stub.answer(DOWNLOAD, status, "Rate Limit Exceeded");

    assertUnavailable(() -> underTest.search("tea", 1, 10));
    assertUnavailable(() -> underTest.downloadUrl(stub.uri(DOWNLOAD).toString()));
  }

  @Test
  void aResponseThatIsTooLongOrTooSlowIsAnError() {
    stub.answer(SEARCH, 200, "{\"results\": [], \"x\": \"" + "x".repeat(1024 * 1024) + "\"}");
    assertUnavailable(() -> underTest.search("tea", 1, 10));
    stub.stall(SEARCH);
    assertUnavailable(() -> unsplash(Duration.ofMillis(200)).search("tea", 1, 10));
    stub.close();
    assertUnavailable(() -> underTest.search("tea", 1, 10));
  }

  @Test
  void aDeletedPhotoIsNotFound() {
    stub.answer(DOWNLOAD, 404, "{\"errors\": [\"Couldn't find Photo\"]}");

    NotFoundException gone =
        assertThrows(
            NotFoundException.class, () -> underTest.downloadUrl(stub.uri(DOWNLOAD).toString()));

    assertEquals(ErrorCode.PHOTO_NOT_FOUND, gone.code());
  }

  @Test
  void withoutAKeyNothingIsAsked() {
    Unsplash without = new Unsplash(Optional.empty());

    assertFalse(without.isConfigured());
    for (Executable call :
        new Executable[] {() -> without.search("tea", 1, 10), () -> without.downloadUrl("x")}) {
      assertEquals(
          ErrorCode.PHOTOS_NOT_CONFIGURED, assertThrows(UnavailableException.class, call).code());
    }
  }

  private static void assertUnavailable(Executable call) {
    assertEquals(
        ErrorCode.PHOTOS_UNAVAILABLE, assertThrows(UnavailableException.class, call).code());
  }
}
