package com.quaily.server;

/** Hears of each answered request, on the thread that answered it, so it must be fast. */
@FunctionalInterface
public interface RequestListener {

  /**
   * @param route the name of the route, of which there is a limited number
   * @param nanos from the arrival of its header to the end of its answer
   */
  void answered(String method, String route, int status, long nanos);
}
