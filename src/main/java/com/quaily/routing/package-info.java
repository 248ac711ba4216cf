/**
 * Answers requests for published pages and forwards the rest to the API or to an upstream server.
 * Does not use the database.
 */
package com.quaily.routing;
