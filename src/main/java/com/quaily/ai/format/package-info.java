/** Makes valid JSON and YAML of what models answer. */
package com.quaily.ai.format;
