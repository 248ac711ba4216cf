package com.quaily.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.dao.UserDao;
import com.quaily.model.account.User;
import com.quaily.model.error.UnavailableException;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DatabaseTest {

  private static final DatabaseSettings NOWHERE =
      new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);

  private final TestDatabase place = TestInstance.migratedDatabase();
  private Database underTest;
  private UserDao userDao;

  @BeforeEach
  void open() {
    underTest =
        new Database(new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 2));
    userDao = underTest.dao(UserDao.class);
  }

  @AfterEach
  void close() {
    underTest.close();
  }

  @Test
  void aDuplicateKeyHasItsOwnException() {
    user("ada@letters.example");
    User other = user("ben@letters.example");

    assertThrows(
        DuplicateKeyException.class, () -> userDao.updateEmail(other.id(), "ada@letters.example"));
  }

  @Test
  void aDuplicateKeyRollsBackTheWholeTransaction() {
    user("ada@letters.example");
    User other = user("ben@letters.example");

    assertThrows(
        DuplicateKeyException.class,
        () ->
            underTest.inTransaction(
                () -> {
                  userDao.updateEmail(other.id(), "eve@letters.example");
                  userDao.updateEmail(other.id(), "ada@letters.example");
                }));

    assertEquals("ben@letters.example", userDao.selectById(other.id()).orElseThrow().email());
  }

  @Test
  void aDatabaseThatCannotBeReachedIsUnavailableInsideAndOutsideOfTransactions() {
    try (Database away = new Database(NOWHERE)) {
      UserDao awayDao = away.dao(UserDao.class);

      assertThrows(UnavailableException.class, () -> awayDao.selectById(1));
      assertThrows(
          UnavailableException.class, () -> away.inTransaction(() -> awayDao.selectById(1)));
    }
  }

  private User user(String email) {
    return userDao.insertIfAbsent(email, "Somebody", Map.of());
  }
}
