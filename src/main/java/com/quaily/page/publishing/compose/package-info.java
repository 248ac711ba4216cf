/** TODO: one sentence. */
package com.quaily.page.publishing.compose;
