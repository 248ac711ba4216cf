/** Uploaded attachments and stock photos. */
package com.quaily.model.media;
