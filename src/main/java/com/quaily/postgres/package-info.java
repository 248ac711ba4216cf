/** TODO: one sentence. */
package com.quaily.postgres;
