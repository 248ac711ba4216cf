/** Endpoints through which other services use the AI scheduler. */
package com.quaily.resource.ai;
