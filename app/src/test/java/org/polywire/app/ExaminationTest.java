package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.polywire.marian.Marian;
import org.polywire.marian.SelfTest;

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

    @Test
    void aBudgetThatIsSpentIsToldWithWhatComesOfIt() {
        YearMonth month = YearMonth.of(2026, 3);
        assertThat(Examination.budget(new Budget("Libre", month, 5000, 5000)).toString())
                .startsWith("✗ Budget of Libre: 5,000 of 5,000 characters sent in 2026-03\n    → It gets no more");
        assertThat(Examination.budget(new Budget("Libre", month, 4999, 5000)).toString())
                .isEqualTo("✓ Budget of Libre: 4,999 of 5,000 characters sent in 2026-03");
    }
}
