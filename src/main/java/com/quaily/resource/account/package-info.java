/** Endpoints for login, users, API keys and ephemeral tokens. */
package com.quaily.resource.account;
