/** Connections with social services: their HTTP APIs, and what is posted there. */
package com.quaily.service.delivery.social;
