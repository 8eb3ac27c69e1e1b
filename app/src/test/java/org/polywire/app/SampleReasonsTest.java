package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polywire.model.Reason;
import org.polywire.model.Signal.Kind;
import org.polywire.model.Usage;
import org.polywire.samples.Expectation;
import org.polywire.samples.Lab;
import org.polywire.samples.Outcome;
import org.polywire.samples.Pace;
import org.polywire.samples.SamplePress;

/** The sample press may not see the model, so that its reasons are plain words there; here they are held to the model. */
class SampleReasonsTest {
    private static final Set<String> REASONS =
            Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toSet());

    @Test
    void whatTheSamplePressExpectsIsNamedAsTheModelNamesIt() {
        try (SamplePress press = SamplePress.start(Pace.atOnce(InstantSource.system()))) {
            Stream<String> codes = press.expectations().stream()
                    .map(Expectation::editions)
                    .flatMap(editions -> editions.values().stream())
                    .flatMap(outcome ->
                            outcome instanceof Outcome.Refused(String code) ? Stream.of(code) : Stream.empty());
            assertThat(codes.distinct()).isNotEmpty().allMatch(REASONS::contains);
        }
    }

    @Test
    void whatTheSamplePressSaysOfItsRightsIsNamedAsTheModelNamesItAndLeavesWhatTheModelLeaves() {
        try (SamplePress press = SamplePress.start(Pace.atOnce(InstantSource.system()))) {
            List<Expectation> marked = press.expectations().stream()
                    .filter(expectation -> !expectation.signal().isEmpty())
                    .toList();
            assertThat(marked).hasSizeGreaterThanOrEqualTo(8);
            for (Expectation expectation : marked) {
                Kind kind = Kind.valueOf(expectation.signal());
                assertThat(expectation.editions().containsValue(new Outcome.Carried()))
                        .as(expectation.signal())
                        .isEqualTo(kind.most() != Usage.NOTHING);
                if (kind.most() == Usage.NOTHING) {
                    assertThat(expectation.editions().values())
                            .containsOnly(new Outcome.Refused(kind.reason().name()));
                }
            }
        }
    }

    @Test
    void whatTheLaboratoryExpectsIsNamedAsTheModelNamesIt() {
        try (Lab lab = Lab.start()) {
            assertThat(lab.cases().stream().map(Lab.Case::reason).filter(code -> !code.isEmpty()))
                    .isNotEmpty()
                    .allMatch(REASONS::contains);
        }
    }
}
