/** TODO: one sentence. */
package com.quaily.delivery.mail;
