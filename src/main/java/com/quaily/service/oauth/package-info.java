/** OAuth 2.0 applications, consents, codes and tokens (RFC 6749, 7636 and 9700). */
package com.quaily.service.oauth;
