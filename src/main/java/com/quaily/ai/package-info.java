/** AI tasks: one scheduler gives them to several proxies. */
package com.quaily.ai;
