/** Credits, referral codes, currencies and countries. May use service and what that may use. */
package com.quaily.service.credit;
