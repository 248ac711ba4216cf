/** Endpoints for comments. */
package com.quaily.resource.comment;
