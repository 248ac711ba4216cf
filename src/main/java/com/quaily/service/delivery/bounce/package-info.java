/** What follows from bounces and complaints, and the addresses that get nothing because of them. */
package com.quaily.service.delivery.bounce;
