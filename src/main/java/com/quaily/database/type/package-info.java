/** MyBatis type handlers for UUIDs, lists and JSON columns. */
package com.quaily.database.type;
