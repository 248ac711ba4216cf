/**
 * Counts visits without cookies and without storing addresses, and reports the counts to writers.
 */
package com.quaily.service.analytics;
