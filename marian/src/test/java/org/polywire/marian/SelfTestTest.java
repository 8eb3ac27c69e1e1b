package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    @Test
    void theFastestEngineOfThisMachinePasses() {
        assertThat(Marian.selfTest().passed()).isTrue();
    }

    @Test
    void anEngineThatMakesOtherNumbersDoesNot() {
        assertThat(new SelfTest("another", Double.NaN).passed()).isFalse();
        assertThat(new SelfTest("another", 0.05).passed()).isFalse();
    }

    /** Its translations would look like any others. */
    @Test
    void anEngineThatDoesNotPassOrFailsIsNotUsed() {
        assertThat(Backend.isRight(() -> new SelfTest("another", 0.05))).isFalse();
        assertThat(Backend.isRight(() -> {
                    throw new MarianException("broken", new IllegalStateException());
                }))
                .isFalse();
        assertThat(Backend.isRight(() -> SelfTest.run(Backend.JAVA))).isTrue();
    }

    @Test
    void itsModelShowsWhichArithmeticWasUsed() throws BadModelException {
        try (MarianModel whole = MarianModel.of(SyntheticFiles.least(), Backend.JAVA, Arithmetic.INT_8);
                MarianModel real = MarianModel.of(SyntheticFiles.least(), Backend.JAVA, Arithmetic.FLOAT_32)) {
            double difference = SelfTest.difference(whole.translate(SelfTest.TEXTS), real.translate(SelfTest.TEXTS));
            assertThat(new SelfTest("another", difference).passed()).isFalse();
        }
    }

    @Test
    void itsFilesAreThoseOfTheGenerator() throws IOException {
        MarianModel.Parts parts = SyntheticFiles.least();
        assertThat(bytes("model.bin")).isEqualTo(parts.model());
        assertThat(bytes("lex.bin")).isEqualTo(parts.shortlist());
        assertThat(bytes("vocab.spm")).isEqualTo(parts.vocabularies().getFirst());
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = SelfTest.class.getResourceAsStream("selftest/" + name)) {
            return in.readAllBytes();
        }
    }

    /** Writes the files anew. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of("marian/src/main/resources/org/polywire/marian/selftest");
        MarianModel.Parts parts = SyntheticFiles.least();
        Files.write(folder.resolve("model.bin"), parts.model());
        Files.write(folder.resolve("lex.bin"), parts.shortlist());
        Files.write(folder.resolve("vocab.spm"), parts.vocabularies().getFirst());
    }
}
