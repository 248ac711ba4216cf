package com.quaily.service.ai;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.AiKeyDao;
import com.quaily.model.Limits;
import com.quaily.model.ai.AiKey;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.validation.FieldValidator;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Keys of other services. Only their hashes are stored. */
public final class AiKeyService {

  /** The prefix of every key. */
  public static final String PREFIX = "SK-";

  private final AiKeyDao keyDao;
  private final Clock clock;
  private final Cache<Long, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(5)).build();

  public AiKeyService(AiKeyDao keyDao, Clock clock) {
    this.keyDao = keyDao;
    this.clock = clock;
  }

  /**
   * What a key may use; 0 = no cap.
   *
   * @param microsADay in millionths of the operator's currency
   */
  public record KeyCaps(
      int callsAMinute, long tokensADay, long tokensAMonth, long microsADay, long microsAMonth) {}

  /** A new key; only this object contains its text. */
  public record NewAiKey(AiKey key, String text) {}

  /** Creates a key. */
  public NewAiKey create(String name, KeyCaps caps) {
    String label = FieldValidator.requiredLine("name", name, Limits.NAME);
    String text = PREFIX + Secrets.newToken();
    String masked = text.substring(0, 6) + "…" + text.substring(text.length() - 4);
    AiKey key =
        new AiKey(
            0,
            label,
            masked,
            caps.callsAMinute(),
            caps.tokensADay(),
            caps.tokensAMonth(),
            caps.microsADay(),
            caps.microsAMonth(),
            clock.instant());
    return new NewAiKey(keyDao.insert(key, Secrets.hash(text)), text);
  }

  /** All keys, masked. */
  public List<AiKey> list() {
    return keyDao.selectAll();
  }

  /**
   * Revokes a key.
   *
   * @throws NotFoundException when there is none with this id
   */
  public void delete(long id) {
    if (keyDao.delete(id) == 0) {
      throw new NotFoundException(ErrorCode.AI_KEY_REFUSED, "There is no such AI key.");
    }
  }

  /**
   * The key of a call, which counts towards its rate.
   *
   * @param text the whole key; may be null
   * @throws UnauthorizedException when there is no such key
   * @throws TooManyException when the key is used too often
   */
  public AiKey authenticate(String text) {
    AiKey key =
        keyDao
            .selectByHash(Secrets.hash(text == null ? null : text.strip()))
            .orElseThrow(() -> new UnauthorizedException(ErrorCode.AI_KEY_REFUSED));
    Bucket bucket = buckets.get(key.id(), id -> bucket(key.callsAMinute()));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyException(
          ErrorCode.TOO_MANY_REQUESTS, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    return key;
  }

  private static Bucket bucket(int callsAMinute) {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(callsAMinute).refillGreedy(callsAMinute, Duration.ofMinutes(1)))
        .build();
  }
}
