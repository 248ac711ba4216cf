/** Login, users, API keys and ephemeral tokens. */
package com.quaily.service.account;
