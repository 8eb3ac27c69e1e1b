package org.polywire.app;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why the translation server does not do what a client asked for; its message is for the client. */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient @Nullable Duration retryAfter;

    private ApiRefusal(int status, @Nullable Duration retryAfter, String message) {
        super(message, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static ApiRefusal of(int status, String message) {
        return new ApiRefusal(status, null, message);
    }

    /** One that may be granted later. */
    static ApiRefusal forNow(int status, Duration retryAfter, String message) {
        return new ApiRefusal(status, retryAfter, message);
    }

    /** Of a request that could never be understood. */
    static ApiRefusal invalid(String message) {
        return of(400, "Invalid request: " + message);
    }

    int status() {
        return status;
    }

    /** When another try is worth while; null if never. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
