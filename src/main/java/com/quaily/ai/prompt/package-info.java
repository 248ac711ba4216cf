/** Prompts: resources with a version, made of steps. */
package com.quaily.ai.prompt;
