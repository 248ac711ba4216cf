/**
 * Exports a channel into one file, so that its owner can take everything along: text, pictures,
 * readers, settings and the finished pages. May use the rest of service and what that may use.
 */
package com.quaily.service.exporting;
