/** Tasks for language models: what is asked, who answers, what it costs. */
package com.quaily.model.ai;
