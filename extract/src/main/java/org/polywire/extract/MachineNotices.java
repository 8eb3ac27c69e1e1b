package org.polywire.extract;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What pages say that are machine translations, in the words of each language. Most pages have no word about translating, which is seen
 * first. Immutable.
 */
final class MachineNotices {
    private final Needles stems;
    private final List<Notice> notices;

    private MachineNotices(Needles stems, List<Notice> notices) {
        this.stems = stems;
        this.notices = notices;
    }

    /**
     * A notice.
     *
     * @param stems the numbers of the stems of its language, of which the page has one
     */
    private record Notice(Pattern pattern, int[] stems) {
        boolean mayBeIn(BitSet found) {
            for (int stem : stems) {
                if (found.get(stem)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param files the lines of the phrases of each language
     */
    static MachineNotices of(Collection<List<String>> files) {
        Needles stems = Needles.of(files.stream().flatMap(MachineNotices::stems).toList());
        List<Notice> notices = files.stream()
                .flatMap(lines -> {
                    int[] own = stems(lines).mapToInt(stems::number).toArray();
                    return lines.stream()
                            .filter(line -> line.startsWith("machine"))
                            .map(line -> new Notice(Phrases.compiled(line.split("\\s+", 2)[1]), own));
                })
                .toList();
        return new MachineNotices(stems, notices);
    }

    private static Stream<String> stems(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("stem"))
                .flatMap(line ->
                        Stream.of(line.replaceAll("^stem\\s+\\(\\?:|\\)$", "").split("\\|")));
    }

    /** Whether a page may say that it is a machine translation: some word of it is about translating. */
    boolean mayBeIn(Element body) {
        Needles.Search search = stems.search();
        read(body, search);
        return !search.found().isEmpty();
    }

    private static void read(Node node, Needles.Search search) {
        if (node instanceof TextNode text) {
            search.read(text.isBlank() ? " " : text.getWholeText());
        }
        for (int i = 0; i < node.childNodeSize(); i++) {
            read(node.childNode(i), search);
        }
    }

    /**
     * The words that say that the page is a machine translation; empty if none do. The whole text is read in each language of which a stem is
     * anywhere in it: a notice may say that a page was made or written by a machine, and another sentence what it was translated from.
     */
    String in(String text) {
        BitSet found = stems.in(text);
        for (Notice notice : notices) {
            Matcher words = notice.mayBeIn(found) ? notice.pattern().matcher(text) : null;
            if (words != null && words.find()) {
                return words.group();
            }
        }
        return "";
    }
}
