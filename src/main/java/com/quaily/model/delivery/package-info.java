/** TODO: one sentence. */
package com.quaily.model.delivery;
