/** Installs, starts and stops the embedded PostgreSQL server. */
package com.quaily.postgres;
