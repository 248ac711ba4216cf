package com.quaily.testing;

import com.quaily.storage.FileStorage;
import java.nio.file.Path;

/** A bare router over a directory, for measuring: {@code DevRouter DIR PORT LANE}. */
public final class DevRouter {

  private DevRouter() {}

  public static void main(String[] arguments) throws Exception {
    TestRouter router =
        TestRouter.start(
            TestRouter.Lane.valueOf(arguments[2]),
            new FileStorage(Path.of(arguments[0])),
            DefaultRouting.settings(),
            new EchoServlet(),
            Integer.parseInt(arguments[1]),
            Runtime.getRuntime().availableProcessors());
    System.out.println("READY http://127.0.0.1:" + router.port() + "/");
    router.server().join();
  }
}
