/** TODO: one sentence. */
package com.quaily.launcher;
