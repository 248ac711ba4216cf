package com.quaily.service.credit;

import com.quaily.dao.ReferralDao;
import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Referral codes. */
public final class ReferralService {

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 10;
  private static final Pattern CODE = Pattern.compile("[a-z0-9]{10}");

  private final ReferralDao referralDao;
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public ReferralService(ReferralDao referralDao, Clock clock) {
    this.referralDao = referralDao;
    this.clock = clock;
  }

  /** The caller's code, created at the first request and then permanent. */
  public String code(Caller caller) {
    return referralDao.selectCode(caller.userId()).orElseGet(() -> newCode(caller.userId()));
  }

  private String newCode(long userId) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    referralDao.insertIfAbsent(userId, code.toString(), clock.instant());
    return referralDao.selectCode(userId).orElseThrow();
  }

  /**
   * The id of the user with this code.
   *
   * @throws NotFoundException when there is none
   */
  public long referrer(String code) {
    return Optional.ofNullable(code)
        .map(given -> given.strip().toLowerCase(Locale.ROOT))
        .filter(CODE.asMatchPredicate())
        .flatMap(referralDao::selectUser)
        .orElseThrow(() -> new NotFoundException(ErrorCode.REFERRAL_NOT_FOUND));
  }
}
