/** TODO: one sentence. */
package com.quaily.dao.type;
