package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

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
}
