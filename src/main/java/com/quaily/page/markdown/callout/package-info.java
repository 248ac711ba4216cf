/** TODO: one sentence. */
package com.quaily.page.markdown.callout;
