package org.polywire.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Term.Kind;

/**
 * Glossaries as TBX-Basic (ISO 30042:2019, and the {@code martif} form of 2008). A concept says the same in each of its languages: each
 * of its terms is translated as the best term of the other language; a deprecated or superseded one is forbidden there. A concept
 * whose term is the same in both is kept. Read as a stream; a document type declaration is refused, so nothing is ever fetched.
 */
final class GlossaryTbx {
    private static final String NAMESPACE = "urn:iso:std:iso:30042:ed-2";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final int MOST_OF_CONCEPT = 200;

    private enum Status {
        PREFERRED,
        ADMITTED,
        FORBIDDEN
    }

    private record Entry(LanguageTag language, String text, Status status, int line) {}

    private final XMLStreamReader in;
    private final String file;
    private final List<Term> terms;
    private final List<String> problems;
    private final List<Entry> concept = new ArrayList<>();
    private String language = "";
    private String text = "";
    private Status status = Status.ADMITTED;
    private int line;
    private String site = "";

    private GlossaryTbx(XMLStreamReader in, String file, List<Term> terms, List<String> problems) {
        this.in = in;
        this.file = file;
        this.terms = terms;
        this.problems = problems;
    }

    /** Adds the terms and what is wrong with the file. */
    static void read(InputStream in, String file, List<Term> terms, List<String> problems) {
        try {
            new GlossaryTbx(HarmlessXml.reader(in), file, terms, problems).read();
        } catch (XMLStreamException e) {
            problems.add(HarmlessXml.problem(file, "TBX", e) + ". Export it anew as TBX-Basic");
        }
    }

    private void read() throws XMLStreamException {
        int before = terms.size() + problems.size();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
                default -> {}
            }
        }
        if (terms.size() + problems.size() == before) {
            problems.add(file + ":1: there is no concept with terms in two languages. Export it as TBX-Basic");
        }
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "conceptEntry", "termEntry" -> {
                concept.clear();
                site = "";
            }
            case "langSec", "langSet" ->
                language = Optional.ofNullable(in.getAttributeValue(XML, "lang"))
                        .or(() -> Optional.ofNullable(in.getAttributeValue(null, "lang")))
                        .orElse("");
            case "termSec", "tig", "ntig" -> {
                text = "";
                status = Status.ADMITTED;
            }
            case "term" -> {
                line = in.getLocation().getLineNumber();
                text = in.getElementText().strip();
            }
            case "termNote", "administrativeStatus" -> {
                if (element.equals("administrativeStatus")
                        || "administrativeStatus".equals(in.getAttributeValue(null, "type"))) {
                    status = status(in.getElementText());
                }
            }
            case "admin", "customerSubset" -> {
                if (element.equals("customerSubset") || "customerSubset".equals(in.getAttributeValue(null, "type"))) {
                    site = in.getElementText().strip().toLowerCase(Locale.ROOT);
                }
            }
            default -> {}
        }
    }

    private static Status status(String word) {
        return switch (word.strip().replaceFirst("-admn-sts$", "")) {
            case "preferredTerm" -> Status.PREFERRED;
            case "deprecatedTerm", "supersededTerm" -> Status.FORBIDDEN;
            default -> Status.ADMITTED;
        };
    }

    private void end(String element) {
        switch (element) {
            case "termSec", "tig", "ntig" -> addEntry();
            case "conceptEntry", "termEntry" -> addConcept();
            default -> {}
        }
    }

    private void addEntry() {
        try {
            if (!text.isEmpty() && concept.size() < MOST_OF_CONCEPT) {
                concept.add(new Entry(new LanguageTag(language), text, status, line));
            }
        } catch (IllegalArgumentException e) {
            problems.add(file + ":" + line + ": \"" + language
                    + "\" is no language. Write a tag such as \"es\" into xml:lang");
        }
    }

    private void addConcept() {
        for (Entry target : concept) {
            for (Entry source : concept) {
                boolean counts = target.status() == Status.FORBIDDEN || target.equals(best(target.language()));
                if (counts
                        && source.status() != Status.FORBIDDEN
                        && !source.language().sameLanguage(target.language())) {
                    add(source, target);
                }
            }
        }
    }

    private Entry best(LanguageTag wanted) {
        List<Entry> own = concept.stream()
                .filter(entry -> entry.language().equals(wanted) && entry.status() != Status.FORBIDDEN)
                .toList();
        return own.stream()
                .filter(entry -> entry.status() == Status.PREFERRED)
                .findFirst()
                .orElse(own.isEmpty() ? new Entry(wanted, "", Status.FORBIDDEN, 0) : own.getFirst());
    }

    private void add(Entry source, Entry target) {
        Kind kind = target.status() == Status.FORBIDDEN
                ? Kind.FORBIDDEN
                : source.text().equals(target.text()) ? Kind.KEEP : Kind.PREFERRED;
        String where = file + ":" + target.line();
        try {
            terms.add(new Term(source.language(), target.language(), source.text(), target.text(), kind, site, where));
        } catch (IllegalArgumentException e) {
            problems.add(where + ": " + e.getMessage() + ". Shorten it");
        }
    }

    /**
     * Writes a concept for each term. An expression that is forbidden without a source has no concept, and is left out.
     */
    static void write(List<Term> terms, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            open(xml, "tbx", Map.of("type", "TBX-Basic", "style", "dca", "xmlns", NAMESPACE, "xml:lang", "en"));
            open(xml, "tbxHeader", Map.of());
            open(xml, "fileDesc", Map.of());
            open(xml, "sourceDesc", Map.of());
            element(xml, "p", "Written by Polywire.", Map.of());
            close(xml, 3);
            open(xml, "text", Map.of());
            open(xml, "body", Map.of());
            int number = 1;
            for (Term term : terms) {
                if (!term.source().isEmpty()) {
                    write(term, "c" + number++, xml);
                }
            }
            close(xml, 3);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void write(Term term, String id, XMLStreamWriter xml) throws XMLStreamException {
        open(xml, "conceptEntry", Map.of("id", id));
        if (!term.site().isEmpty()) {
            element(xml, "admin", term.site(), Map.of("type", "customerSubset"));
        }
        language(term.from(), term.source(), "admittedTerm-admn-sts", xml);
        language(
                term.to(),
                term.target(),
                term.kind() == Kind.FORBIDDEN ? "deprecatedTerm-admn-sts" : "preferredTerm-admn-sts",
                xml);
        close(xml, 1);
    }

    private static void language(LanguageTag language, String term, String status, XMLStreamWriter xml)
            throws XMLStreamException {
        open(xml, "langSec", Map.of("xml:lang", language.value()));
        open(xml, "termSec", Map.of());
        element(xml, "term", term, Map.of());
        element(xml, "termNote", status, Map.of("type", "administrativeStatus"));
        close(xml, 2);
    }

    private static void open(XMLStreamWriter xml, String name, Map<String, String> attributes)
            throws XMLStreamException {
        xml.writeStartElement(name);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text, Map<String, String> attributes)
            throws XMLStreamException {
        open(xml, name, attributes);
        xml.writeCharacters(text);
        close(xml, 1);
    }

    private static void close(XMLStreamWriter xml, int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
    }
}
