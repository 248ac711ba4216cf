package com.quaily.testing;

import com.quaily.routing.route.RoutingSettings;
import com.quaily.routing.route.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What readers' clients can rely on, whichever handler serves the request. Almost every request is
 * sent twice, to compare the responses from storage and from memory.
 */
public abstract class PageServingContract
    implements PageHeadersContract,
        CompressionContract,
        ConditionalRequestsContract,
        RoutesContract,
        ChangesContract {

  private final MemoryStorage storage = new MemoryStorage();
  private TestRouter router;
  private RawConnection connection;

  /** The handlers before the filter. */
  protected abstract TestRouter.Lane lane();

  @Override
  public final MemoryStorage storage() {
    return storage;
  }

  @Override
  public final TestRouter router() {
    return router;
  }

  @Override
  public final RawConnection connection() {
    return connection;
  }

  @BeforeEach
  void start() throws Exception {
    ServedPages.fill(storage);
    router = TestRouter.start(lane(), storage, settings(), new EchoServlet(), 0, 1);
    connection = new RawConnection(router.port());
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    router.close();
  }

  private static RoutingSettings settings() {
    Map<String, Service> services = new HashMap<>(DefaultRouting.settings().services());
    return new RoutingSettings(
        Set.of(RoutingSettings.ANY_HOST),
        Set.of("api.localhost"),
        services,
        DefaultRouting.settings().rules());
  }
}
