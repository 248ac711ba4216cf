/** TODO: one sentence. */
package com.quaily.model.oauth;
