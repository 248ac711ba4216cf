package com.quaily.command.doctor;

import com.quaily.model.error.UnavailableException;
import com.quaily.service.domain.DnsResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Whether addresses have names that lead back to them. */
final class AddressNames {

  private final DnsResolver dns;

  AddressNames(DnsResolver dns) {
    this.dns = dns;
  }

  /** Mail servers distrust a machine whose address has no name, or one that leads elsewhere. */
  Finding look(String address) {
    try {
      List<String> names = dns.names(InetAddress.getByName(address));
      boolean leadsBack = names.stream().anyMatch(name -> dns.addresses(name).contains(address));
      return leadsBack
          ? Finding.ok("reverse", address + " is " + names.get(0))
          : Finding.warning(
              "reverse",
              address + (names.isEmpty() ? " has no name" : " is called " + names),
              "set its name at the provider of the machine, if mail leaves from there");
    } catch (UnknownHostException | UnavailableException e) {
      return Finding.noAnswer("reverse", address);
    }
  }
}
