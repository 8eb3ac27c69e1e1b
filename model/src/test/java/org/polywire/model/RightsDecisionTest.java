package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polywire.model.Signal.Kind;

/** Law 7: what a source says only narrows what the operator may do. */
class RightsDecisionTest {
    private static Signal signal(Kind kind) {
        return new Signal(kind, "page", kind.name());
    }

    private static RightsDecision decision(Grant grant, Kind... kinds) {
        return RightsDecision.of(
                grant, Stream.of(kinds).map(RightsDecisionTest::signal).toList());
    }

    private static List<Signal> some(Random random) {
        Kind[] kinds = Kind.values();
        return random.ints(random.nextInt(6), 0, kinds.length)
                .mapToObj(i -> signal(kinds[i]))
                .toList();
    }

    @Test
    void withoutGrantOrOpenLicenceHeadlineStandfirstAndLinkAreTheMost() {
        assertThat(decision(Grant.HEADLINE).usage()).isEqualTo(Usage.EXCERPT);
        assertThat(decision(Grant.FULL).usage()).isEqualTo(Usage.FULL);
        assertThat(decision(Grant.HEADLINE, Kind.LICENCE_OPEN).usage()).isEqualTo(Usage.FULL);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingThatASourceSaysAloneLeavesMoreThanItMay(Kind kind) {
        assertThat(decision(Grant.FULL, kind).usage()).isEqualTo(kind.most());
        boolean open = kind == Kind.LICENCE_OPEN;
        assertThat(decision(Grant.HEADLINE, kind).usage())
                .isEqualTo(open ? Usage.FULL : Usage.EXCERPT.and(kind.most()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"LICENCE_NONCOMMERCIAL", "LICENCE_OTHER", "LICENCE_NO_DERIVATIVES"})
    void anOpenLicenceOpensNothingBesideAnotherOne(Kind other) {
        assertThat(decision(Grant.HEADLINE, Kind.LICENCE_OPEN, other).usage()).isLessThanOrEqualTo(Usage.EXCERPT);
        assertThat(decision(Grant.HEADLINE, other, Kind.LICENCE_OPEN).usage()).isLessThanOrEqualTo(Usage.EXCERPT);
    }

    @Test
    void whateverIsSaidBesideNeverWidensTheDecision() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Grant grant = Grant.values()[random.nextInt(Grant.values().length)];
            List<Signal> said = some(random);
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            Usage before = RightsDecision.of(grant, said).usage();
            List<Signal> more = new ArrayList<>(said);
            more.add(random.nextInt(more.size() + 1), signal(kind));
            Usage after = RightsDecision.of(grant, more).usage();
            boolean opens = kind == Kind.LICENCE_OPEN && grant != Grant.FULL;
            assertThat(after)
                    .as("%s and %s, then %s", grant, said, kind)
                    .isLessThanOrEqualTo(opens ? Usage.FULL : before)
                    .isLessThanOrEqualTo(kind.most());
        }
    }

    @Test
    void theOrderInWhichThingsAreSaidDecidesNothing() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            Grant grant = Grant.values()[random.nextInt(Grant.values().length)];
            List<Signal> said = new ArrayList<>(some(random));
            Usage usage = RightsDecision.of(grant, said).usage();
            Collections.shuffle(said, random);
            assertThat(RightsDecision.of(grant, said).usage()).isEqualTo(usage);
        }
    }

    @Test
    void aDecisionThatLeavesNothingNamesWhatForbidsIt() {
        Random random = new Random(13);
        for (int i = 0; i < 5_000; i++) {
            List<Signal> said = some(random);
            RightsDecision decision = RightsDecision.of(Grant.FULL, said);
            assertThat(decision.refusal().isPresent()).isEqualTo(decision.usage() == Usage.NOTHING);
            assertThat(decision.signals()).as("the evidence").isEqualTo(said);
        }
    }
}
