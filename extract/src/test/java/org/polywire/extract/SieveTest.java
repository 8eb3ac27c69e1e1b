package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.polywire.extract.Body.Judged;

class SieveTest {
    private static final List<Piece> PIECES = Segmenter.pieces(Jsoup.parse("""
                            <p>A crumb
                            <p>喫茶店の営業時間
                            <p>The bridge over the river was repaired in the spring, after it had been closed for three whole years.
                            <ul><li><a href=/a>One more story</a><li><a href=/b>Another one</a></ul>
                            <ul><li>Three reasons why the bridge was closed<li>What the repair had cost in the end</ul>
                            <h2>What comes next</h2>
                            """).body());

    @Test
    void outsideOfTheBodyOnlyRunningTextHeadingsAndListsWithoutLinksAreInDoubt() {
        assertThat(PIECES)
                .extracting(piece -> Sieve.isInDoubt(new Judged(piece, false, Body.OUTSIDE)))
                .containsExactly(false, false, true, false, true, true);
    }

    @Test
    void withinTheBodyEveryPieceIsInDoubt() {
        assertThat(PIECES)
                .allMatch(piece -> Sieve.isInDoubt(new Judged(piece, true, Body.KEPT)))
                .allMatch(piece -> Sieve.isInDoubt(new Judged(piece, false, "link-list")));
    }
}
