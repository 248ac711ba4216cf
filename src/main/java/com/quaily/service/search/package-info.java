/**
 * Finding posts and channels by their words, and what trends. May use service and what that may
 * use.
 */
package com.quaily.service.search;
