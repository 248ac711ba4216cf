/** TODO: one sentence. */
package com.quaily.routing.route;
