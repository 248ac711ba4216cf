/**
 * PostgreSQL run as a child process under the data directory, for installations that configure
 * none. {@code EmbeddedPostgres} is the door. Uses no other room.
 */
package com.quaily.dao.embedded;
