package com.quaily.dao;

import com.quaily.model.credit.CreditAccount;
import com.quaily.model.credit.CreditEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Credit balances and their entries. */
public interface CreditDao {

  /** Creates an account for the user if there is none. */
  void insertAccountIfAbsent(@Param("userId") long userId, @Param("now") Instant now);

  Optional<CreditAccount> selectAccount(long userId);

  /** Like {@link #selectAccount}, but locks the row until the transaction ends. */
  Optional<CreditAccount> selectAccountForUpdate(long userId);

  void updateBalance(
      @Param("userId") long userId,
      @Param("balance") BigDecimal balance,
      @Param("now") Instant now);

  /** Adds an entry, ignoring its id, and returns it as stored. */
  CreditEntry insertEntry(CreditEntry entry);

  /** The entry for this source. */
  Optional<CreditEntry> selectBySource(
      @Param("userId") long userId,
      @Param("action") String action,
      @Param("sourceType") String sourceType,
      @Param("sourceId") String sourceId);

  /** Newest first. */
  List<CreditEntry> selectEntries(
      @Param("userId") long userId, @Param("offset") int offset, @Param("limit") int limit);

  long countEntries(long userId);
}
