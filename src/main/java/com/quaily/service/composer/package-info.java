/**
 * Helps writers with what stands around a text: slug, summary, tags, a thread. All of it by
 * extraction, without any model or network. May use service and what that may use.
 */
package com.quaily.service.composer;
