package com.quaily.service.subscription;

import com.quaily.model.Limits;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.QuailyException;
import com.quaily.model.subscription.DenyList;
import com.quaily.model.subscription.ImportReport.Reason;
import com.quaily.model.subscription.ImportReport.Refused;
import com.quaily.model.subscription.NewSubscriber;
import com.quaily.service.validation.FieldValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The entries of an import that are good in themselves, sorted by address, and the others.
 *
 * @param accepted by normalized address
 */
record SiftedSubscribers(Map<String, Accepted> accepted, List<Refused> refused) {

  /** An entry's place in the request, and its name; empty when it has none that is valid. */
  record Accepted(int index, String name) {}

  static SiftedSubscribers of(List<NewSubscriber> members, DenyList denyList) {
    Map<String, Accepted> accepted = new TreeMap<>();
    List<Refused> refused = new ArrayList<>();
    for (int index = 0; index < members.size(); index++) {
      NewSubscriber member = members.get(index);
      if (member == null) {
        continue;
      }
      Optional<String> email = address(member.email());
      Optional<Reason> reason = fault(email, denyList, accepted);
      if (reason.isPresent()) {
        String given = member.email() == null ? "" : member.email();
        refused.add(new Refused(index, given, reason.get()));
      } else {
        accepted.put(email.orElseThrow(), new Accepted(index, name(member.name())));
      }
    }
    return new SiftedSubscribers(accepted, refused);
  }

  private static Optional<Reason> fault(
      Optional<String> email, DenyList denyList, Map<String, Accepted> accepted) {
    if (email.isEmpty()) {
      return Optional.of(Reason.INVALID);
    }
    if (denyList.denies(email.get())) {
      return Optional.of(Reason.DENIED);
    }
    return accepted.containsKey(email.get()) ? Optional.of(Reason.DUPLICATE) : Optional.empty();
  }

  private static Optional<String> address(String email) {
    try {
      return Optional.of(EmailAddress.normalize(email));
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }

  private static String name(String given) {
    try {
      return FieldValidator.line("name", given, Limits.NAME);
    } catch (QuailyException e) {
      return "";
    }
  }

  List<String> emails() {
    return List.copyOf(accepted.keySet());
  }

  /** In the order of the addresses. */
  List<String> names() {
    return accepted.values().stream().map(Accepted::name).toList();
  }

  /** The places of the addresses in the request. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new TreeMap<>();
    accepted.forEach((email, entry) -> places.put(email, entry.index()));
    return places;
  }
}
