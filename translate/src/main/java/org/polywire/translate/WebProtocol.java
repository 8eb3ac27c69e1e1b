package org.polywire.translate;

import java.util.List;
import java.util.Map;
import org.polywire.model.LanguageTag;
import tools.jackson.databind.JsonNode;

/** How one kind of service is asked and how it answers: JSON both ways, texts with marks as HTML or in brackets. Immutable. */
sealed interface WebProtocol permits HtmlProtocol, ChatProtocol {

    /**
     * One request.
     *
     * @param path appended to the service's address
     * @param headers without those of every request
     */
    record Call(String path, Map<String, String> headers, JsonNode body) {
        public Call {
            headers = Map.copyOf(headers);
        }
    }

    /** How texts with marks are written. */
    MarkCode code();

    /** The most texts of one request. */
    int texts();

    /** The most characters of one request, over all texts. */
    int characters();

    /**
     * @param complaint what was wrong with the last answer to the same; empty at first
     */
    Call call(LanguageTag from, LanguageTag to, List<String> texts, String complaint);

    /**
     * The translations in an answer, in order.
     *
     * @throws MalformedAnswerException if it is not what the protocol promises
     */
    List<String> translations(JsonNode answer, int expected) throws MalformedAnswerException;

    /** A service answered what its protocol does not know. */
    final class MalformedAnswerException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedAnswerException(String message) {
            super(message);
        }
    }
}
