package org.polywire.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Set;
import org.polywire.model.Edition;

/** Which edition suits a reader, by the {@code Accept-Language} of the request. */
final class Preference {
    /** No browser sends more; what is beyond is ignored. */
    private static final int LENGTH = 500;

    private Preference() {}

    /** The editions, those that the reader prefers first and the others in the operator's order. */
    static List<Edition> order(List<Edition> editions, String acceptLanguage) {
        Set<Edition> ordered = new LinkedHashSet<>();
        for (LanguageRange range : ranges(acceptLanguage)) {
            String wanted = range.getRange().split("-", 2)[0];
            editions.stream()
                    .filter(edition -> edition.language().language().equals(wanted) && range.getWeight() > 0)
                    .forEach(ordered::add);
        }
        ordered.addAll(editions);
        return new ArrayList<>(ordered);
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return header.isBlank() || header.length() > LENGTH ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
