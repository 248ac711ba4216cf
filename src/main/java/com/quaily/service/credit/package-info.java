/** Credits, referral codes, currencies and countries. */
package com.quaily.service.credit;
