/** Creates, changes and deletes channels, and checks who may access them. */
package com.quaily.service.channel;
