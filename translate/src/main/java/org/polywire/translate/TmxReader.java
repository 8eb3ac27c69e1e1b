package org.polywire.translate;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.polywire.model.ArticleId;
import org.polywire.model.Inline;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;

/**
 * Reads TMX 1.1 to 1.4b as a stream. A document type declaration is let pass and never loaded, as every TMX file has one. Of a unit in
 * more than two languages each translation becomes an entry of its own.
 */
final class TmxReader {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String ANY = "*all*";

    /** Whoever sends more attributes and languages a unit has no sentences in mind. */
    private static final int MOST_VARIANTS = 64;

    private record Variant(String language, List<Inline> content) {}

    private final XMLStreamReader in;
    private final String file;
    private final Provenance standard;
    private final String by;
    private final Instant now;
    private final List<MemoryEntry> entries = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int machine;
    private int units;
    private String sourceLanguage = ANY;

    private String unitLanguage = "";
    private String unitBy = "";
    private Instant unitAt = Instant.EPOCH;
    private int unitLine;
    private String language = "";
    private final Map<String, String> properties = new HashMap<>();
    private final List<Variant> variants = new ArrayList<>();

    private TmxReader(XMLStreamReader in, String file, Provenance standard, String by, Instant now) {
        this.in = in;
        this.file = file;
        this.standard = standard;
        this.by = by;
        this.now = now;
    }

    /**
     * @param standard who made the units that do not say it
     * @param by the name of who made those that do not say it
     * @param now when those were made that do not say it
     */
    static MemoryReading read(InputStream in, String file, Provenance standard, String by, Instant now) {
        try {
            return new TmxReader(HarmlessXml.reader(in), file, standard, by, now).read();
        } catch (XMLStreamException e) {
            return new MemoryReading.Rejected(
                    List.of(HarmlessXml.problem(file, "TMX", e) + ". Export it anew as TMX 1.4"));
        }
    }

    private MemoryReading read() throws XMLStreamException {
        while (in.hasNext() && problems.size() < TranslationMemory.MOST_PROBLEMS) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
                default -> {}
            }
        }
        if (units == 0 && problems.isEmpty()) {
            problems.add(file + ":1: there is no translation unit. Export it as TMX 1.4");
        }
        return problems.isEmpty() ? new MemoryReading.Accepted(entries, machine) : new MemoryReading.Rejected(problems);
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "header" -> sourceLanguage = attribute("srclang").orElse(ANY);
            case "tu" -> startUnit();
            case "tuv" ->
                language = Optional.ofNullable(in.getAttributeValue(XML, "lang"))
                        .or(() -> attribute("lang"))
                        .orElse("");
            case "prop" -> {
                String type = attribute("type").orElse("");
                String value = in.getElementText();
                properties.put(type, value);
            }
            case "seg" -> {
                List<Inline> content = segment();
                if (variants.size() < MOST_VARIANTS) {
                    variants.add(new Variant(language, content));
                }
            }
            default -> {}
        }
    }

    private void startUnit() {
        units++;
        unitLine = in.getLocation().getLineNumber();
        unitLanguage = attribute("srclang").orElse(sourceLanguage);
        unitBy = attribute("changeid").or(() -> attribute("creationid")).orElse(by);
        unitAt = attribute("changedate")
                .or(() -> attribute("creationdate"))
                .flatMap(TmxReader::instant)
                .orElse(now);
        properties.clear();
        variants.clear();
        if (units > TranslationMemory.MOST_UNITS) {
            problem("there are more than " + TranslationMemory.MOST_UNITS + " units. Split the file");
        }
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(in.getAttributeValue(null, name));
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(TmxWriter.DATE.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<Inline> segment() throws XMLStreamException {
        int line = in.getLocation().getLineNumber();
        try {
            return TmxSegment.read(in);
        } catch (IllegalArgumentException e) {
            problems.add(file + ":" + line + ": " + e.getMessage() + ". Correct the segment");
            return List.of();
        }
    }

    private void end(String element) {
        if (element.equals("tu")) {
            endUnit();
        }
    }

    private void endUnit() {
        Variant source = variants.stream()
                .filter(variant -> unitLanguage.equalsIgnoreCase(ANY) || same(variant.language(), unitLanguage))
                .findFirst()
                .orElse(null);
        if (source == null || variants.size() < 2) {
            problem("the unit has no text in " + unitLanguage + " with a translation. Add it, or remove the unit");
            return;
        }
        variants.stream().filter(target -> !target.equals(source)).forEach(target -> add(source, target));
    }

    private static boolean same(String one, String other) {
        return primary(one).equals(primary(other));
    }

    private static String primary(String language) {
        return language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private void add(Variant source, Variant target) {
        Optional<Provenance> provenance = provenance(target);
        if (provenance.isEmpty()) {
            machine++;
            return;
        }
        try {
            entries.add(new MemoryEntry(
                    tag(source.language()),
                    tag(target.language()),
                    source.content(),
                    target.content(),
                    properties.getOrDefault(TmxWriter.BEFORE, ""),
                    properties.getOrDefault(TmxWriter.AFTER, ""),
                    provenance.get(),
                    unitBy,
                    unitAt,
                    article()));
        } catch (IllegalArgumentException e) {
            problem(e.getMessage() + ". Correct the unit, or remove it");
        }
    }

    private static LanguageTag tag(String language) {
        return new LanguageTag(language.replace('_', '-'));
    }

    private @Nullable ArticleId article() {
        String id = properties.get(TmxWriter.ARTICLE);
        return id == null ? null : new ArticleId(id);
    }

    /** Of a machine's translation: nothing if it is as the machine made it, post-edited if it was changed since. */
    private Optional<Provenance> provenance(Variant target) {
        return switch (properties.getOrDefault(TmxWriter.PROVENANCE, "")) {
            case "machine" -> {
                String sum = properties.get(TmxWriter.MACHINE);
                boolean changed = sum != null && !Objects.equals(sum, TmxWriter.sum(target.content()));
                yield changed ? Optional.of(Provenance.POST_EDITED) : Optional.empty();
            }
            case "post-edited" -> Optional.of(Provenance.POST_EDITED);
            case "human" -> Optional.of(Provenance.HUMAN);
            default -> Optional.of(standard);
        };
    }

    private void problem(String words) {
        problems.add(file + ":" + unitLine + ": " + words);
    }
}
