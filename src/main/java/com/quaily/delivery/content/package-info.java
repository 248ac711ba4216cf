/** Writes the email that shows a post: text and HTML from the same Markdown. */
package com.quaily.delivery.content;
