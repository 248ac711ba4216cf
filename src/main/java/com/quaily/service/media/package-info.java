/** Stores attachments and searches stock photos. */
package com.quaily.service.media;
