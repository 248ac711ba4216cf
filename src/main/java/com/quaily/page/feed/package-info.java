/** Renders RSS, Atom and JSON feeds. */
package com.quaily.page.feed;
