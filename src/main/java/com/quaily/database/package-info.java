/**
 * The connection pool, transactions, migrations, advisory locks and the change feed of PostgreSQL.
 */
package com.quaily.database;
