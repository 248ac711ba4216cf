/** Endpoints for the public site configuration, the health check and the development mailbox. */
package com.quaily.resource.site;
