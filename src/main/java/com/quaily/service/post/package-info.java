/** Creates, publishes, orders and finds posts. */
package com.quaily.service.post;
