/** HTTP clients for other servers, with limits on size, time and reach. */
package com.quaily.service.http;
