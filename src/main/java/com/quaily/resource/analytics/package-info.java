/** Endpoints that count views and report statistics. */
package com.quaily.resource.analytics;
