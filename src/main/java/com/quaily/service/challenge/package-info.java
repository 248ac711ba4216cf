/** CAPTCHA challenges that protect the endpoints that send mail. */
package com.quaily.service.challenge;
