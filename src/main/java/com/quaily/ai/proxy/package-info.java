/** Proxies: each speaks to one model of one provider, in this process or in another one. */
package com.quaily.ai.proxy;
