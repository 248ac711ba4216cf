/**
 * PostgreSQL: one DAO and one XML mapper a noun, transactions, migrations, the feed of changes.
 * MyBatis and {@code java.sql} are known here alone; failures leave this room in our own terms. May
 * use model.
 */
package com.quaily.dao;
