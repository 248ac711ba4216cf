/** Users, their API keys, sessions and login codes. */
package com.quaily.model.account;
