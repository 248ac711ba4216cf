/** Typographic punctuation in place of what a keyboard has. */
package com.quaily.page.typography;
