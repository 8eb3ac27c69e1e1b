package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionNameTest {
    @ParameterizedTest
    @CsvSource({
        "Economía, ECONOMIA",
        "Economi\u0301a, economía",
        "ＮＥＷＳ, news",
        "ΟΙΚΟΝΟΜΙΑ, Οικονομία",
        "İstanbul, istanbul",
        "' Món ', mon"
    })
    void spellingsOfOneNameAreOneSection(String one, String other) {
        assertThat(SectionName.of(one)).isEqualTo(SectionName.of(other));
    }

    @ParameterizedTest
    @CsvSource({"राजनीति, रजनत", "Край, Краи", "が, か", "Economía, Ecología"})
    void otherWordsAreOtherSections(String one, String other) {
        assertThat(SectionName.of(one)).isNotEqualTo(SectionName.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POLÍTICA", "İ", "محليات", "स्थानीय", "ǅ", "ϓ", "①", ""})
    void aFoldedNameIsItsOwn(String name) {
        String folded = SectionName.of(name).folded();
        assertThat(SectionName.of(folded).folded()).isEqualTo(folded);
    }
}
