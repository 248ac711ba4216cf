/** Figures about the running program for Prometheus, and reports of its errors. */
package com.quaily.metrics;
