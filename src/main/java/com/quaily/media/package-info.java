/** TODO: one sentence. */
package com.quaily.media;
