package com.quaily.dao;

import com.quaily.model.ai.ProxyState;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The state of AI proxies that all schedulers share. */
public interface AiProxyDao {

  List<ProxyState> selectAll();

  /**
   * Lets a proxy cool; an end that is later stays.
   *
   * @param rateHits added to the count of consecutive refusals
   */
  void cool(
      @Param("name") String name,
      @Param("until") Instant until,
      @Param("rateHits") int rateHits,
      @Param("reason") String reason,
      @Param("now") Instant now);

  /** Forgets consecutive refusals after a success and, once it no longer cools, the reason. */
  void succeeded(@Param("name") String name, @Param("now") Instant now);

  /** Ends the cooling of a proxy; returns the number of changed rows. */
  int warm(@Param("name") String name);
}
