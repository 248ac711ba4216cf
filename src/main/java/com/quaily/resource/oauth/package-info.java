/** Endpoints for OAuth 2.0 and OAuth applications. */
package com.quaily.resource.oauth;
