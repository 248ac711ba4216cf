/** Highlights and renders code blocks. */
package com.quaily.page.markdown.code;
