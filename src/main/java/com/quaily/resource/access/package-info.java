/** Authenticates API requests, checks scopes and limits request rates. */
package com.quaily.resource.access;
