/** Endpoints for the writing assistant. */
package com.quaily.resource.composer;
