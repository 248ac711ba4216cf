package com.quaily.routing;

import com.quaily.testing.PageServingContract;
import com.quaily.testing.TestRouter;

/** The contract for the filter alone, as in any servlet container. */
public class RoutingFilterTest extends PageServingContract {

  @Override
  protected TestRouter.Lane lane() {
    return TestRouter.Lane.NONE;
  }
}
