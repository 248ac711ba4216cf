package com.quaily.dao;

import com.quaily.model.ai.BudgetUse;
import com.quaily.model.ai.Reservation;
import java.time.Instant;
import java.util.List;
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

  /** Stores a reservation; returns its id. */
  long insertReservation(Reservation reservation);

  /** Removes a reservation and returns it; empty when it was settled or given back before. */
  Optional<Reservation> deleteReservation(long id);

  /** Ids of reservations whose process did not settle them in time, the oldest first. */
  List<Long> selectExpiredReservations(@Param("now") Instant now, @Param("limit") int limit);
}
