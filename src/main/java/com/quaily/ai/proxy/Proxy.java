package com.quaily.ai.proxy;

/** Answers questions; calls run on the calling thread. Never repeats a call by itself. */
public interface Proxy {

  /**
   * Asks the model.
   *
   * @param control cancels the call, and receives the text as it arrives
   * @throws CallFailure when there is no complete answer
   */
  Answer call(ProxyCall call, CallControl control) throws CallFailure;
}
