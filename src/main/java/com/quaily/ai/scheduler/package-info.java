/** Decides which task goes to which proxy and when, and keeps the books. */
package com.quaily.ai.scheduler;
