package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.marian.Marian;
import org.polywire.marian.SelfTest;
import picocli.CommandLine;

class ExaminationTest {
    @Test
    void theNeuralEngineOfThisMachineIsTried() {
        assertThat(Examination.neural(Marian.selfTest()).toString())
                .startsWith("✓ Neural models: ")
                .endsWith(" works");
    }

    @Test
    void anEngineThatMakesOtherNumbersIsToldWithWhatComesOfIt() {
        assertThat(Examination.neural(new SelfTest("ONNX Runtime", 0.3)).toString())
                .contains("✗ Neural models: ONNX Runtime makes other numbers than Java alone")
                .contains("run in Java alone here");
    }

    private static String newsroom(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("polywire.yaml"), """
                operator: A
                contact: a@b.example
                data: kept
                port: 47123
                editions: [{language: en}]
                translation:
                  services:
                    - {name: Libre, kind: libretranslate, address: "http://localhost:1", pairs: [es-en], key: env:NO_SUCH_KEY, budget: 5000}
                """);
        ConfigurationOption option = CommandLine.populateCommand(new ConfigurationOption(), "-c", file.toString());
        return new Examination(option).newsroom().toString();
    }

    private static void spend(Path folder, String text) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("spending.txt"), text);
    }

    @Test
    void whereAKeyIsMissingItIsNamedAndTheConfiguredNewsroomIsLookedAt(@TempDir Path folder) throws IOException {
        spend(folder, YearMonth.now(ZoneOffset.UTC) + " 4000 Libre\n");
        assertThat(newsroom(folder))
                .contains("✓ Configuration: ", "✗ Keys of services: ", "polywire.yaml:8:", "env:NO_SUCH_KEY")
                .contains("Budget of Libre: 4,000 of 5,000 characters", "MiB free at " + folder.resolve("kept"))
                .contains(" Port 47123: ");
    }

    @Test
    void whatWasSpentIsNotReadWhereNoServiceHasABudget(@TempDir Path folder) throws IOException {
        spend(folder, "torn");
        Path file = folder.resolve("polywire.yaml");
        newsroom(folder);
        Files.writeString(file, Files.readString(file).replace(", budget: 5000", ""));
        ConfigurationOption option = CommandLine.populateCommand(new ConfigurationOption(), "-c", file.toString());
        assertThat(new Examination(option).newsroom().toString()).doesNotContain("Budget", "spending.txt");
    }

    @Test
    void whatWasSpentAndCannotBeReadHidesNothingElse(@TempDir Path folder) throws IOException {
        spend(folder, "no month\n");
        assertThat(newsroom(folder))
                .contains("✗ Budget: What was spent on translations cannot be read from " + folder)
                .contains("✓ Configuration: ", " Disk: ", " Port 47123: ");
    }

    @Test
    void aBudgetThatIsSpentIsToldWithWhatComesOfIt() {
        YearMonth month = YearMonth.of(2026, 3);
        assertThat(Examination.budget(new Budget("Libre", month, 5000, 5000)).toString())
                .startsWith("✗ Budget of Libre: 5,000 of 5,000 characters sent in 2026-03\n    → It gets no more");
        assertThat(Examination.budget(new Budget("Libre", month, 4999, 5000)).toString())
                .isEqualTo("✓ Budget of Libre: 4,999 of 5,000 characters sent in 2026-03");
    }
}
