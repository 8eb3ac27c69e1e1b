package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polywire.extract.Captured.Readable;
import org.polywire.extract.Captured.Unreadable;
import org.polywire.extract.Extraction.Elsewhere;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.model.Block;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Figure;
import org.polywire.model.Capture;
import org.polywire.model.Reason;

/** Puts an article together that is dealt out over several pages. For one article and one thread. */
final class Serial {
    /** Whole, or why not yet or not at all. */
    sealed interface Joined {
        record Whole(Reading reading) implements Joined {}

        record Stopped(Extraction outcome) implements Joined {}
    }

    private final Page first;
    private final Phrases phrases;
    private final Function<Page, Reading> reader;
    private final List<Block> body;
    private final Set<Object> known = new HashSet<>();
    private int pages = 1;

    /**
     * @param reading of the first page
     * @param reader of further ones
     */
    Serial(Page first, Reading reading, Phrases phrases, Function<Page, Reading> reader) {
        this.first = first;
        this.phrases = phrases;
        this.reader = reader;
        body = new ArrayList<>(reading.body());
        body.stream().map(Serial::identity).forEach(known::add);
    }

    /**
     * The first page with all that follow.
     *
     * @param others in their order; what follows the last page of the article is not looked at
     */
    Joined join(Reading reading, List<Capture> others) {
        Page last = first;
        for (int number = 1; number <= Extractor.MAX_PAGES; number++) {
            Optional<URI> next = next(last, number);
            if (next.isEmpty()) {
                return new Joined.Whole(reading.withBody(body));
            }
            NotAnArticle otherwise = new NotAnArticle(Reason.INCOMPLETE, "goes on at " + next.get());
            if (number > others.size()) {
                return new Joined.Stopped(new Elsewhere(next.get(), otherwise));
            }
            switch (Captured.of(others.get(number - 1))) {
                case Unreadable unreadable -> {
                    return new Joined.Stopped(otherwise);
                }
                case Readable(Page page) -> {
                    Optional<Withheld> withheld = new Rights(page, phrases).refusal();
                    if (withheld.isPresent()) {
                        return new Joined.Stopped(withheld.get());
                    }
                    pages++;
                    if (!add(reader.apply(page).body())) {
                        return new Joined.Whole(reading.withBody(body));
                    }
                    last = page;
                }
            }
        }
        return new Joined.Stopped(
                new NotAnArticle(Reason.INCOMPLETE, "goes on beyond " + Extractor.MAX_PAGES + " pages"));
    }

    /** Whether more than one page was read. */
    boolean isLong() {
        return pages > 1;
    }

    private Optional<URI> next(Page page, int number) {
        return Stream.of(first.capture.address(), first.address)
                .distinct()
                .flatMap(address -> Sequels.next(page, address, number).stream())
                .findFirst();
    }

    /** Adds what is new; whether that was anything but pictures: pages of comments, say, have the article's own text again. */
    private boolean add(List<Block> more) {
        List<Block> added =
                more.stream().filter(block -> known.add(identity(block))).toList();
        boolean text = added.stream().anyMatch(block -> !(block instanceof Figure || block instanceof Divider));
        if (text) {
            body.addAll(added);
        }
        return text;
    }

    private static Object identity(Block block) {
        return switch (block) {
            case Figure figure -> Pictures.stem(figure.picture().address());
            case Divider divider -> new Object();
            default -> block;
        };
    }
}
