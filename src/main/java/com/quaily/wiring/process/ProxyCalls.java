package com.quaily.wiring.process;

import com.quaily.ai.proxy.ProxyServer;
import com.quaily.resource.site.AiProxyServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Connects the servlet for remote proxies with the proxies. */
public record ProxyCalls(ProxyServer server) implements AiProxyServlet.Calls {

  @Override
  public int status(String key, String proxy) {
    return server.status(key, proxy);
  }

  @Override
  public void run(String proxy, InputStream body, OutputStream out) throws IOException {
    server.run(proxy, body, out);
  }
}
