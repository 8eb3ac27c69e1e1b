package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanizationTest {
    @ParameterizedTest
    @CsvSource({
        "Huschkadamow, Hushkadamow",
        "Vačnadze, Vachnadze",
        "Terechkova, Tereshkova",
        "Baranez, Baranets",
        "Tschechow, Čechov",
        "Lukaschenka, Lukašenka",
        "Chostakovitch, Shostakovich",
        "Zelenskij, Zelensky",
        "Bakou, Baku",
    })
    void eachLanguageWritesAForeignNameInItsOwnWay(String one, String other) {
        assertThat(Romanization.areOne(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Borisov, Borissov",
        "Harlem, Harlrm",
        "Skopje, Skopja",
        "Marcus, Markus",
        "Baranets, Baranets",
        "Zelanda, Zelända",
        "Simon, Timon"
    })
    void aMisspeltNameIsAnother(String one, String other) {
        assertThat(Romanization.areOne(one, other)).isFalse();
    }
}
