package com.quaily.ai.proxy;

import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AnswerFormat;
import java.util.List;
import java.util.Map;

/**
 * A question to a model.
 *
 * @param kind name of the prompt; the local proxy goes by it
 * @param input the prompt's values, for the local proxy
 * @param maxOutputTokens limit for the answer
 */
public record ProxyCall(
    String kind,
    List<AiMessage> messages,
    Map<String, String> input,
    AnswerFormat format,
    int maxOutputTokens) {}
