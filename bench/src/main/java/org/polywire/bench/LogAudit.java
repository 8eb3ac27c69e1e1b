package org.polywire.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.pipeline.Archive;

/**
 * What must hold of a publication log however often its writer was killed: what was once in it stays as it was; an article
 * appears in an edition once, its versions only rise, and its first date stays.
 */
final class LogAudit {
    private static final int PAGE = 500;

    private final List<String> faults = new ArrayList<>();
    private List<Publication> seen = List.of();

    /** Compares the log with what it was at the last look. */
    void look(Archive archive) {
        if (!archive.integrity().equals("ok")) {
            faults.add("the store is damaged: " + archive.integrity());
        }
        List<Publication> now = read(archive);
        if (now.size() < seen.size() || !now.subList(0, seen.size()).equals(seen)) {
            faults.add("entries of the log were lost or changed after " + seen.size());
        }
        seen = now;
        inspect();
    }

    private static List<Publication> read(Archive archive) {
        List<Publication> log = new ArrayList<>();
        List<Publication> page = archive.log(0, PAGE);
        while (!page.isEmpty()) {
            log.addAll(page);
            page = archive.log(page.getLast().entry().sequence(), PAGE);
        }
        return log;
    }

    private void inspect() {
        Set<String> published = new HashSet<>();
        Map<String, Entry> last = new HashMap<>();
        for (Publication publication : seen) {
            Entry entry = publication.entry();
            String page = entry.edition() + "/" + entry.article();
            if (publication instanceof Publication.Published && !published.add(page)) {
                faults.add("published twice: " + page);
            }
            Entry before = last.put(page, entry);
            if (before != null && !follows(publication, before)) {
                faults.add("out of order: " + before + " then " + entry);
            }
        }
    }

    private static boolean follows(Publication publication, Entry before) {
        Entry entry = publication.entry();
        boolean later = publication instanceof Publication.Withdrawn
                ? entry.version() >= before.version()
                : entry.version() > before.version();
        return later && entry.firstAt().equals(before.firstAt());
    }

    int entries() {
        return seen.size();
    }

    /** In plain words; empty if everything holds. */
    List<String> faults() {
        return faults.stream().distinct().toList();
    }
}
