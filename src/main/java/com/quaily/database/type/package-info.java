/** TODO: one sentence. */
package com.quaily.database.type;
