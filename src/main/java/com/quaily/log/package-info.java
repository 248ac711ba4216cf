/** Configures logging through SLF4J and formats log lines. */
package com.quaily.log;
