/** Endpoints for attachments and stock photos. */
package com.quaily.resource.media;
