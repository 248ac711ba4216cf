/** What keeps programs from having mail sent to addresses that they name. */
package com.quaily.service.challenge;
