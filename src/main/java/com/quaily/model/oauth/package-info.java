/** OAuth applications, scopes, codes and tokens. */
package com.quaily.model.oauth;
