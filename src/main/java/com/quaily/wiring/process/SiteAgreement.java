package com.quaily.wiring.process;

import com.quaily.dao.SiteSettingDao;
import com.quaily.model.Site;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes all processes on one database agree about the settings that stored pages contain. The first
 * process keeps its values in the database; one with other values refuses to work.
 */
public final class SiteAgreement {

  private final SiteSettingDao siteSettingDao;
  private final Map<String, String> own = new LinkedHashMap<>();
  private final Clock clock;

  public SiteAgreement(SiteSettingDao siteSettingDao, Site site, List<URI> hubs, Clock clock) {
    this.siteSettingDao = siteSettingDao;
    this.clock = clock;
    own.put("site.base-url", site.baseUrl());
    own.put("site.name", site.name());
    own.put("websub.hubs", hubs.stream().map(URI::toString).collect(Collectors.joining(" ")));
  }

  /**
   * Compares this process's values with the kept ones.
   *
   * @throws IllegalStateException naming both values when one differs
   */
  public void check() {
    own.forEach(
        (name, value) -> {
          siteSettingDao.insertIfAbsent(name, value, clock.instant());
          String kept = siteSettingDao.selectValue(name).orElse(value);
          if (!kept.equals(value)) {
            throw new IllegalStateException(
                ("%s is %s here, but the pages in this database were made with %s. Use the same"
                        + " configuration as the running server. To change the setting for the"
                        + " whole site, stop all servers and run: quaily render --adopt")
                    .formatted(name, value, kept));
          }
        });
  }

  /**
   * Makes this process's values those of the site. The caller renders all pages again.
   *
   * @return whether a value changed
   */
  public boolean adopt() {
    boolean changed = false;
    for (Map.Entry<String, String> setting : own.entrySet()) {
      String name = setting.getKey();
      siteSettingDao.insertIfAbsent(name, setting.getValue(), clock.instant());
      if (!siteSettingDao.selectValue(name).equals(Optional.of(setting.getValue()))) {
        siteSettingDao.update(name, setting.getValue(), clock.instant());
        changed = true;
      }
    }
    return changed;
  }
}
