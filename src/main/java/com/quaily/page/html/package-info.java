/** Renders the HTML pages of a channel: articles, lists and messages. */
package com.quaily.page.html;
