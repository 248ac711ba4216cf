/**
 * Turns a folder of Markdown files into posts of a channel, again and again without doubles. Goes
 * through the same services as the API. May use service and what that may use.
 */
package com.quaily.service.importing;
