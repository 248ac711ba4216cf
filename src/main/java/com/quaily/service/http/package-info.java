/** An HTTP client for JSON services, with limits on size and time. */
package com.quaily.service.http;
