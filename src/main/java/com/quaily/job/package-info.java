/** TODO: one sentence. */
package com.quaily.job;
