/** Logging in with a Google account. */
package com.quaily.service.google;
