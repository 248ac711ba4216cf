package com.quaily.dao;

import com.quaily.model.ai.BudgetUse;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** What has been used of budgets. */
public interface AiBudgetDao {

  /** Adds to what is used; negative amounts give back. */
  void add(
      @Param("scope") String scope,
      @Param("period") String period,
      @Param("tokens") long tokens,
      @Param("micros") long micros);

  Optional<BudgetUse> select(@Param("scope") String scope, @Param("period") String period);
}
