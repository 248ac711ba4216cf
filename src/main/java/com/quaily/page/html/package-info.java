/** TODO: one sentence. */
package com.quaily.page.html;
