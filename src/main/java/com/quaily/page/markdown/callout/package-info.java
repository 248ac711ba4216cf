/** Parses and renders callouts and fenced divs. */
package com.quaily.page.markdown.callout;
