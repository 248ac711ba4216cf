/** Subscriptions, consent, and addresses that must not receive mail. */
package com.quaily.model.subscription;
