package com.quaily.notice;

import com.quaily.model.Notice;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.notice.AlertCheck.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the checks again and again, raises what is wrong in two runs, and clears what is over. A
 * lost database is told past the database. One thread calls {@link #run}.
 */
public final class AlertWatch {

  private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);

  private final Notices notices;
  private final DirectNotices direct;
  private final List<AlertCheck> checks;
  private final String host;

  /** The topics that were wrong in the last run. */
  private Set<String> suspicious = new HashSet<>();

  private int runsWithoutDatabase;
  private boolean toldOfDatabase;

  /**
   * @param host the name of this machine
   */
  public AlertWatch(Notices notices, DirectNotices direct, List<AlertCheck> checks, String host) {
    this.notices = notices;
    this.direct = direct;
    this.checks = List.copyOf(checks);
    this.host = host;
  }

  /** Looks at everything once. */
  public void run() {
    Set<String> wrong = new HashSet<>();
    try {
      for (AlertCheck check : checks) {
        look(check, wrong);
      }
      haveDatabase();
    } catch (UnavailableException e) {
      if (e.code() != ErrorCode.DATABASE_UNAVAILABLE) {
        throw e;
      }
      missDatabase();
    }
    suspicious = wrong;
  }

  private void look(AlertCheck check, Set<String> wrong) {
    Set<String> topics = new HashSet<>();
    for (Fault fault : faults(check)) {
      topics.add(fault.topic());
      wrong.add(fault.topic());
      if (suspicious.contains(fault.topic())) {
        notices.raise(fault.topic(), fault.subject(), fault.text());
      }
    }
    notices.raised(check.prefix()).stream()
        .filter(topic -> !topics.contains(topic))
        .forEach(notices::clear);
  }

  /** A check that fails says nothing; the others still run. */
  private static List<Fault> faults(AlertCheck check) {
    try {
      return check.look().get();
    } catch (UnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("the check {} failed", check.prefix(), e);
      return List.of();
    }
  }

  private void missDatabase() {
    runsWithoutDatabase++;
    if (runsWithoutDatabase > 1 && !toldOfDatabase) {
      String subject = host + " cannot reach the database";
      toldOfDatabase =
          direct
              .send(Notice.alert("database@" + host, subject, "Readers are still served."))
              .containsValue("");
    }
  }

  private void haveDatabase() {
    if (toldOfDatabase) {
      notices.tell(Notice.info("database@" + host, host + " reaches the database again", ""));
    }
    runsWithoutDatabase = 0;
    toldOfDatabase = false;
  }
}
