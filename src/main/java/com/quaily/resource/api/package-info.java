/** Request and response formats that all endpoints share. */
package com.quaily.resource.api;
