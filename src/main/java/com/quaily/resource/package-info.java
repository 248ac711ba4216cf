/** The REST API: a resource reads a request, calls a service and returns the response. */
package com.quaily.resource;
