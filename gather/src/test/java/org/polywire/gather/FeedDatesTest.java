package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.testkit.Seeded;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mon, 02 Nov 2026 10:20:30 +0000       | 2026-11-02T10:20:30Z
                    Mon, 02 Nov 2026 10:20:30 GMT         | 2026-11-02T10:20:30Z
                    Mon, 2 Nov 2026 10:20:30 -0530        | 2026-11-02T15:50:30Z
                    Mon, 2 Nov 2026 10:20:30 +05:30       | 2026-11-02T04:50:30Z
                    Mon,02 Nov 2026 10:20 EST             | 2026-11-02T15:20:00Z
                    Monday, 2 November 2026 10:20:30 CEST | 2026-11-02T08:20:30Z
                    2 Nov 26 10:20:30 Z                   | 2026-11-02T10:20:30Z
                    02 Nov 99 10:20:30 UT                 | 1999-11-02T10:20:30Z
                    02-Nov-2026 10:20:30                  | 2026-11-02T10:20:30Z
                    Mon, 02 Nov 2026                      | 2026-11-02T00:00:00Z
                    Mon, 02 Nov 2026 24:00:00 GMT         | 2026-11-03T00:00:00Z
                    Mon, 02 Nov 2026 10:20:60 GMT         | 2026-11-02T10:20:59Z
                    Mon, 02 Nov 2026 10:20:30 GMT+0100    | 2026-11-02T09:20:30Z
                    Mon, 02 Nov 2026 10:20:30 XYZ         | 2026-11-02T10:20:30Z
                    Mon, 02 Nov 2026 10:20:30 +0000 (UTC) | 2026-11-02T10:20:30Z
                    2026-11-02T10:20:30Z                  | 2026-11-02T10:20:30Z
                    2026-11-02T10:20:30.123456+02:00      | 2026-11-02T08:20:30Z
                    2026-11-02T10:20+0200                 | 2026-11-02T08:20:00Z
                    2026-11-02 10:20:30                   | 2026-11-02T10:20:30Z
                    2026-11-02                            | 2026-11-02T00:00:00Z
                    20261102T102030Z                      | 2026-11-02T10:20:30Z
                    2026-11                               | 2026-11-01T00:00:00Z
                    2026                                  | 2026-01-01T00:00:00Z
                    """)
    void datesAsFeedsWriteThem(String text, Instant instant) {
        assertThat(FeedDates.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-13-01",
                "2026-02-30",
                "Mon, 32 Nov 2026 10:00:00 GMT",
                "Mon, 02 Xyz 2026",
                "2026-11-02T25:00:00Z",
                "2026-11-02T10:61:00Z",
                "10:20:30",
                "02/11/2026"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(FeedDates.parse(text)).isEmpty();
    }

    @Test
    void anyTextIsADateOrNone() {
        String letters = "0123456789-:T +Z,NovMon.";
        Seeded.run(3000, random -> {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, letters.length()).forEach(i -> text.append(letters.charAt(i)));
            assertThat(FeedDates.parse(text.toString())).isNotNull();
        });
    }
}
