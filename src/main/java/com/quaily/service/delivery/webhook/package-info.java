/** Tells other servers what happened: signed webhooks, and WebSub hubs for feeds. */
package com.quaily.service.delivery.webhook;
