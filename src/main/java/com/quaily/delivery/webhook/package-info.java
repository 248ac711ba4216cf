/** Records the events that webhooks tell, in the transaction in which they happen. */
package com.quaily.delivery.webhook;
