/** Encryption of stored secrets, random secrets and signatures. */
package com.quaily.service.crypto;
