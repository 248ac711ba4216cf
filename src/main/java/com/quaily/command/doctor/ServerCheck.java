package com.quaily.command.doctor;

import com.quaily.server.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The ports of the web server and the proxies that it trusts. */
final class ServerCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final ServerSettings server;
  private final String baseUrl;

  ServerCheck(ServerSettings server, String baseUrl) {
    this.server = server;
    this.baseUrl = baseUrl;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(port(server.port(), "http"));
    server.tls().ifPresent(tls -> findings.add(port(tls.port(), "https")));
    findings.add(proxies());
    return findings;
  }

  private Finding port(int port, String scheme) {
    String place = server.host() + ":" + port;
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(server.host()), port));
      return Finding.ok("port", place + " is free for " + scheme);
    } catch (UnknownHostException e) {
      return Finding.fault("port", "there is no address " + server.host(), "correct server.host");
    } catch (IOException e) {
      return scheme.equals("http") && answers(port)
          ? Finding.ok("port", "an instance answers at " + place)
          : Finding.fault(
              "port",
              place + ": " + Finding.reason(e),
              "stop the program that has the port, or choose another one");
    }
  }

  /** Whether it is one of our own that has the port. */
  private boolean answers(int port) {
    String host = server.host().equals("0.0.0.0") ? "127.0.0.1" : server.host();
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/healthz"))
              .timeout(PATIENCE)
              .build();
      return client.send(request, BodyHandlers.ofString()).body().contains("\"ok\":true");
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Finding proxies() {
    List<String> wrong =
        server.trustedProxies().stream()
            .filter(proxy -> !ADDRESS.matcher(proxy).matches())
            .toList();
    if (!wrong.isEmpty()) {
      return Finding.fault(
          "proxies",
          "not an address: " + String.join(", ", wrong),
          "write addresses into server.trusted-proxies, not names or networks");
    }
    boolean behindProxy = baseUrl.startsWith("https:") && server.tls().isEmpty();
    if (behindProxy && server.trustedProxies().isEmpty()) {
      return Finding.warning(
          "proxies",
          "the site has https, this server has not, and no proxy is trusted",
          "write the proxy's address into server.trusted-proxies; until then all readers have its"
              + " address");
    }
    return Finding.ok(
        "proxies",
        server.trustedProxies().isEmpty()
            ? "no proxy is trusted"
            : String.join(", ", server.trustedProxies().stream().sorted().toList()));
  }
}
