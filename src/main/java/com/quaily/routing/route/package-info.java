/** Maps the host and path of a request to a page, the API or an upstream server. */
package com.quaily.routing.route;
