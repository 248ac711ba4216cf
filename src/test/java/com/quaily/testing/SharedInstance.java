package com.quaily.testing;

import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides one {@link TestInstance} to all tests, because starting one takes seconds. A test
 * creates its own users and channels and uses no others. The instance trusts {@code
 * X-Forwarded-For} from this machine, so that each client can have its own address.
 */
public final class SharedInstance implements ParameterResolver {

  /** What domains of channels have to be an alias of. */
  public static final String DOMAIN_TARGET = "site.example.org";

  /** What they may have for an address instead. */
  public static final String DOMAIN_ADDRESS = "192.0.2.7";

  private static final DnsServer DNS = new DnsServer();

  /** The server that the instance asks about domains. */
  public static DnsServer dns() {
    return DNS;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == TestInstance.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    return extension
        .getRoot()
        .getStore(Namespace.create(SharedInstance.class))
        .computeIfAbsent(Holder.class, unused -> Holder.start(), Holder.class)
        .instance();
  }

  /** The instance, until JUnit has run every test. */
  private record Holder(TestInstance instance, Path directory) implements AutoCloseable {

    static Holder start() {
      Path directory = newDirectory();
      Map<String, Object> settings =
          Map.of(
              "server.trusted-proxies", List.of("127.0.0.1"),
              "channels.dns-server", DNS.address(),
              "channels.domain-target", DOMAIN_TARGET,
              "channels.domain-addresses", List.of(DOMAIN_ADDRESS, "2001:db8::7"));
      return new Holder(
          TestInstance.start(directory, Role.all(), TestInstance.migratedDatabase(), settings),
          directory);
    }

    private static Path newDirectory() {
      try {
        return Files.createTempDirectory("shared-instance");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws Exception {
      instance.close();
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
