/** TODO: one sentence. */
package com.quaily.page.style;
