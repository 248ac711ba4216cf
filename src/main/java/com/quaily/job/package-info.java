/** Queues jobs in the database and runs them in the background, once or on a schedule. */
package com.quaily.job;
