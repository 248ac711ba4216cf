package com.quaily.server;

import com.quaily.testing.PageServingContract;
import com.quaily.testing.TestRouter;

/** The contract on the handler that a stock Jetty puts before the filters. */
public class ContextLaneHandlerTest extends PageServingContract {

  @Override
  protected TestRouter.Lane lane() {
    return TestRouter.Lane.IN_CONTEXT;
  }
}
