/** Ways to hand over emails by the HTTP interfaces of providers, and the choice of transports. */
package com.quaily.service.delivery.transport;
