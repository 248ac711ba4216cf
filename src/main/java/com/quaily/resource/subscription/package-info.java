/** Endpoints that subscribe, unsubscribe and import readers. */
package com.quaily.resource.subscription;
