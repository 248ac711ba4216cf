package com.quaily.service.account;

import com.quaily.dao.ApiKeyDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.account.ApiKey;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** API keys of users. */
public final class ApiKeyService {

  /** The prefix of every key. */
  public static final String PREFIX = "QK-";

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  private final Transactions transactions;

  /** Emails the owner that a key was created by a login that is not recent. */
  public static final JobType<Notice> NOTICE = new JobType<>("api-key-created", Notice.class);

  private final ApiKeyDao apiKeyDao;
  private final Credentials credentials;
  private final JobQueue jobQueue;
  private final Clock clock;

  public ApiKeyService(
      Transactions transactions,
      ApiKeyDao apiKeyDao,
      Credentials credentials,
      JobQueue jobQueue,
      Clock clock) {
    this.transactions = transactions;
    this.apiKeyDao = apiKeyDao;
    this.credentials = credentials;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /** Data of {@link #NOTICE}. */
  public record Notice(long keyId) {}

  /**
   * Creates a key for the caller, who gets an email unless the login is recent: somebody else may
   * have found the browser open.
   */
  public NewApiKey create(Caller caller, String name) {
    return transactions.inTransaction(
        () -> {
          NewApiKey created = create(caller.userId(), name);
          if (!credentials.isRecentLogin(caller.credentialId())) {
            long id = created.apiKey().id();
            jobQueue.enqueue(NOTICE, String.valueOf(id), new Notice(id));
          }
          return created;
        });
  }

  /** Creates a key; only the returned object contains its text. */
  public NewApiKey create(long userId, String name) {
    String label = FieldValidator.requiredLine("name", name, Limits.NAME);
    String key = PREFIX + Secrets.newToken();
    String masked = key.substring(0, 6) + "…" + key.substring(key.length() - 4);
    ApiKey created =
        transactions.inTransaction(
            () -> {
              transactions.lock("API keys " + userId);
              if (apiKeyDao.selectByUser(userId).size() >= Limits.API_KEYS) {
                throw new InvalidException(
                    ErrorCode.INVALID_FIELD,
                    "name",
                    "you already have " + Limits.API_KEYS + " keys; delete one first");
              }
              return apiKeyDao.insert(userId, label, Secrets.hash(key), masked, clock.instant());
            });
    return new NewApiKey(created, key);
  }

  /** The user's keys, newest first, masked. */
  public List<ApiKey> list(long userId) {
    return apiKeyDao.selectByUser(userId);
  }

  /**
   * Whether a valid key has this SHA-256.
   *
   * @param hash in hexadecimal
   */
  public boolean isValid(String hash) {
    if (hash == null || !HASH.matcher(hash).matches()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "hash",
          "must be the SHA-256 of the key as 64 hexadecimal digits");
    }
    return apiKeyDao.selectByHash(HexFormat.of().parseHex(hash)).isPresent();
  }

  /**
   * Revokes a key.
   *
   * @throws NotFoundException when the user has no such key
   */
  public void delete(long userId, long id) {
    if (apiKeyDao.delete(id, userId) == 0) {
      throw new NotFoundException(ErrorCode.BAD_API_KEY, "There is no such API key.");
    }
  }

  /**
   * A newly created key.
   *
   * @param key its whole text
   */
  public record NewApiKey(ApiKey apiKey, String key) {}
}
