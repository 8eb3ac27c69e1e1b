package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do 25.04.24 | 2024-04-25",
                "06.01.2026, Lesezeit 5 Min. | 2026-01-06",
                "Dec 05, 2023 | 2023-12-05",
                "Published: December 5th, 2023 | 2023-12-05",
                "Mittwoch, 23. Oktober 2024 | 2024-10-23",
                "7 de marzo de 2025 | 2025-03-07",
                "1er février 2025 | 2025-02-01",
                "25 апреля 2024 | 2024-04-25",
                "5 maja 2024 r. | 2024-05-05"
            })
    void aDayIsReadAsPeopleWriteIt(String text, LocalDate day) {
        assertThat(WrittenDates.in(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32.13.2024", "Version 1.2.3", "Room 12 of 2024", "12 Uhr 2024", "Tel. 030 25.04"})
    void whatIsNoDayIsNotRead(String text) {
        assertThat(WrittenDates.in(text)).isEmpty();
    }
}
