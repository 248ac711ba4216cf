/**
 * Counting what is read, without cookies and without keeping anybody's address, and telling writers
 * of it. May use service and what that may use.
 */
package com.quaily.service.analytics;
