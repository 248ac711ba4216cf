/** Reads what receivers report about emails after they took them: bounces and complaints. */
package com.quaily.delivery.bounce;
