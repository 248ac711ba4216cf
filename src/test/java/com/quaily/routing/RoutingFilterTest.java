package com.quaily.routing;

import com.quaily.testing.PageServingContract;

/** The contract on the filter alone, as in any servlet container. */
class RoutingFilterTest extends PageServingContract {

  @Override
  protected boolean fastLane() {
    return false;
  }
}
