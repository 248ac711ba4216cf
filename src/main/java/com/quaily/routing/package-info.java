/**
 * From a request to a finished page: host and path to a key, the key to bytes out of memory or
 * storage; what is no page goes to the API or to another server. No database here. May use storage
 * and model.
 */
package com.quaily.routing;
