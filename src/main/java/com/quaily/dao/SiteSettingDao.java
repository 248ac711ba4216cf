package com.quaily.dao;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The settings that stored pages were made with. */
public interface SiteSettingDao {

  /** Keeps a value unless the setting has one. */
  int insertIfAbsent(
      @Param("name") String name, @Param("value") String value, @Param("now") Instant now);

  Optional<String> selectValue(String name);

  /** Replaces the value. */
  int update(@Param("name") String name, @Param("value") String value, @Param("now") Instant now);
}
