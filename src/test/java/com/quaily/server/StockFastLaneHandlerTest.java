package com.quaily.server;

import com.quaily.testing.TestRouter;

/** The same of the two handlers that a stock Jetty may have together. */
public class StockFastLaneHandlerTest extends FastLaneHandlerTest {

  @Override
  protected TestRouter.Lane lane() {
    return TestRouter.Lane.BEFORE_AND_IN_CONTEXT;
  }
}
