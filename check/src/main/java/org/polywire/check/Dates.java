package org.polywire.check;

import java.util.List;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * No month and no day of the week is exchanged for another where one of the languages numbers its months: such a number need not stand for one, so that
 * {@link Numbers} does not see it. Between other languages the scores do ({@link Signal#CALENDAR}).
 */
final class Dates implements UnitCheck {
    private final Calendars calendars;

    Dates(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        String from = unit.from().language();
        String to = unit.to().language();
        if (!Languages.isEastAsian(from) && !Languages.isEastAsian(to)) {
            return Stream.empty();
        }
        Calendars.Exchange exchange = calendars.exchange(unit.whole());
        return exchange.count() == 0
                ? Stream.empty()
                : Stream.of(unit.hold(
                        FindingCode.NUMBER_CHANGED, shown(exchange.lost()) + " → " + shown(exchange.added())));
    }

    private static String shown(List<String> names) {
        return String.join(", ", names);
    }
}
