/** Credit accounts and entries, currencies and countries. */
package com.quaily.model.credit;
