package org.polywire.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.polywire.translate.Spending;
import org.polywire.translate.WebEngineConfig;

/**
 * What a translation service was sent of the characters that it may be sent in a month.
 *
 * @param month by UTC, the one that it is now
 */
record Budget(String service, YearMonth month, long sent, long limit) {

    /** Those of a newsroom, at work or not; services without a budget have none. */
    static List<Budget> of(Configuration configuration, InstantSource clock) {
        List<WebEngineConfig> services = configuration.translation().services().stream()
                .filter(service -> service.budget() > 0)
                .toList();
        if (services.isEmpty()) {
            return List.of();
        }
        SpendingFile spending = new SpendingFile(file(configuration));
        YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        return services.stream()
                .map(service -> of(service, spending.of(service.name()).in(month)))
                .toList();
    }

    private static Budget of(WebEngineConfig service, Spending spent) {
        return new Budget(service.name(), spent.month(), spent.characters(), service.budget());
    }

    /** Where a newsroom keeps what it spent. */
    static Path file(Configuration configuration) {
        return configuration.data().resolve("spending.txt");
    }

    boolean isSpent() {
        return sent >= limit;
    }

    /** As in <i>2,959 of 3,000 characters sent in 2026-11</i>. */
    String words() {
        return String.format(Locale.ROOT, "%,d of %,d characters sent in %s", sent, limit, month);
    }
}
