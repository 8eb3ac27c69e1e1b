package org.polywire.gather;

import org.polywire.model.Bytes;
import org.polywire.model.Headers;
import org.polywire.model.Reason;

/** What came of one request to a server. */
sealed interface Answer {

    /**
     * A whole answer.
     *
     * @param body unpacked; empty unless the status is 200 or 203
     * @param complete whether the body is all there is; otherwise it was cut off at the limit
     */
    record Response(int status, Headers headers, Bytes body, boolean complete) implements Answer {
        boolean hasBody() {
            return Answer.hasBody(status);
        }

        boolean isPermanentRedirect() {
            return status == 301 || status == 308;
        }

        boolean isRedirect() {
            return switch (status) {
                case 301, 302, 303, 307, 308 -> true;
                default -> false;
            };
        }
    }

    /** No answer, or none that can be used. */
    record Broken(Reason reason, String detail) implements Answer {}

    static boolean hasBody(int status) {
        return status == 200 || status == 203;
    }
}
