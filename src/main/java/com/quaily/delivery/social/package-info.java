/** Posts messages to social channels through the services' HTTP APIs. */
package com.quaily.delivery.social;
