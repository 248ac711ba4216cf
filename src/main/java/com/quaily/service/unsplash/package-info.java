/** Photos that writers find at Unsplash. */
package com.quaily.service.unsplash;
