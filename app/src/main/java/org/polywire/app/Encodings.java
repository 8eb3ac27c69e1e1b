package org.polywire.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which encodings of a body a reader takes, by RFC 9110, section 12.5.3. */
final class Encodings {
    private Encodings() {}

    /** Whether {@code Accept-Encoding} names gzip, or anything, with a weight above nought. */
    static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        boolean any = false;
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = one.split(";", 2);
            boolean wanted = parts.length < 2 || !parts[1].strip().matches("q=0(\\.0{0,3})?");
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> {
                    return wanted;
                }
                case "*" -> any = wanted;
                default -> {}
            }
        }
        return any;
    }
}
