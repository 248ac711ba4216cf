/** Serves the OpenAPI description and its documentation page. */
package com.quaily.resource.openapi;
