package com.quaily.server;

import com.quaily.testing.PageServingContract;

/** The contract on the fast lane before the filter. */
class FastLaneHandlerTest extends PageServingContract {

  @Override
  protected boolean fastLane() {
    return true;
  }
}
