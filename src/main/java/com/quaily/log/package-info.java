/** TODO: one sentence. */
package com.quaily.log;
