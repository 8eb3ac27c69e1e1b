package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.bench.Shares.Share;
import org.polywire.extract.PageType;
import org.polywire.model.Access;

/** The share of fields that are right, and how far another draw of hosts would lie from it. */
class SharesTest {
    @TempDir
    private Path folder;

    private Share title(List<String> hosts, List<String> titles) throws Exception {
        StringBuilder index = new StringBuilder();
        for (int i = 0; i < hosts.size(); i++) {
            index.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"html\":\"x\",\"url\":\"https://")
                    .append(hosts.get(i));
            index.append("/\",\"host\":\"").append(hosts.get(i)).append("\",\"title\":\"right\"}\n");
        }
        Files.writeString(folder.resolve("index.jsonl"), index, StandardCharsets.UTF_8);
        Shares shares = new Shares();
        List<TruePage> pages = TruePage.load(folder);
        for (int i = 0; i < pages.size(); i++) {
            shares.add(pages.get(i), prediction(titles.get(i)));
        }
        return Objects.requireNonNull(shares.shares().get("title"));
    }

    private static Prediction prediction(String title) {
        return new Prediction("", title, List.of(), "", "", "", List.of(), PageType.ARTICLE, Access.FREE, 1, 1);
    }

    @Test
    void aFieldThatIsRightOnEveryPageHasNoSpread() throws Exception {
        assertThat(title(List.of("a", "b"), List.of("right", "Right"))).isEqualTo(new Share(1, 0));
    }

    @Test
    void pagesOfOneHostAreDrawnTogether() throws Exception {
        List<String> titles = List.of("right", "wrong", "right", "wrong");
        Share alike = title(List.of("a", "b", "a", "b"), titles);
        Share apart = title(List.of("a", "b", "c", "d"), titles);
        assertThat(alike.right()).isEqualTo(.5).isEqualTo(apart.right());
        assertThat(alike.spread()).isGreaterThan(apart.spread());
    }
}
