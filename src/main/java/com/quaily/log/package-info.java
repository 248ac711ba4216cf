/** Configures Logback and formats log lines. */
package com.quaily.log;
