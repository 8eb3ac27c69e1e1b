package org.polywire.translate;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Term.Kind;

/** Glossaries as CSV files (RFC 4180), whose first line names the columns. */
final class GlossaryCsv {
    private static final List<String> COLUMNS = List.of("from", "to", "source", "target", "kind", "site");
    private static final List<String> NEEDED = List.of("from", "to", "source", "target");
    private static final int LONGEST_LINE = 4_000;

    private final Reader in;
    private final String file;
    private int line = 1;
    private int ahead;

    private GlossaryCsv(Reader in, String file) throws IOException {
        this.in = in;
        this.file = file;
        ahead = in.read();
        if (ahead == '\uFEFF') {
            ahead = in.read();
        }
    }

    /** Adds the terms and what is wrong with the file. */
    static void read(Reader in, String file, List<Term> terms, List<String> problems) throws IOException {
        GlossaryCsv reader = new GlossaryCsv(in, file);
        List<String> columns = reader.record().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.containsAll(NEEDED) || !COLUMNS.containsAll(columns)) {
            problems.add(file + ":1: the first line must name the columns. Begin with \"" + String.join(",", COLUMNS)
                    + "\"");
            return;
        }
        while (reader.ahead >= 0) {
            int start = reader.line;
            List<String> record = reader.record();
            if (record.size() > 1 || !record.getFirst().isBlank()) {
                reader.add(start, columns, record, terms, problems);
            }
        }
    }

    private void add(int start, List<String> columns, List<String> record, List<Term> terms, List<String> problems) {
        if (record.size() != columns.size()) {
            problems.add(file + ":" + start + ": the line has " + record.size() + " columns, not " + columns.size()
                    + ". Put expressions with commas in quotation marks");
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), record.get(i).strip());
        }
        try {
            terms.add(term(values, file + ":" + start));
        } catch (IllegalArgumentException e) {
            problems.add(file + ":" + start + ": " + e.getMessage() + ". Compare it with the example in app/README.md");
        }
    }

    private static Term term(Map<String, String> values, String where) {
        Kind kind = kind(values.getOrDefault("kind", ""));
        String source = values.getOrDefault("source", "");
        String target = values.getOrDefault("target", "");
        if (kind == Kind.KEEP && !target.isEmpty() && !target.equals(source)) {
            throw new IllegalArgumentException("what is kept has no other target");
        }
        return new Term(
                new LanguageTag(values.getOrDefault("from", "")),
                new LanguageTag(values.getOrDefault("to", "")),
                source,
                kind == Kind.KEEP ? source : target,
                kind,
                values.getOrDefault("site", "").toLowerCase(Locale.ROOT),
                where);
    }

    private static Kind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "preferred" -> Kind.PREFERRED;
            case "forbidden" -> Kind.FORBIDDEN;
            case "keep" -> Kind.KEEP;
            default -> throw new IllegalArgumentException("\"" + word + "\" is not one of preferred, forbidden, keep");
        };
    }

    /** The next record; quotation marks in a quoted field are doubled. */
    private List<String> record() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int length = 0;
        while (ahead >= 0 && (quoted || ahead != '\n')) {
            int character = next();
            if (++length > LONGEST_LINE) {
                throw new IOException("a line has no end");
            }
            if (character == '"') {
                if (quoted && ahead == '"') {
                    field.append((char) next());
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (character != '\r') {
                field.append((char) character);
            }
        }
        if (ahead >= 0) {
            next();
        }
        fields.add(field.toString());
        return fields;
    }

    private int next() throws IOException {
        int character = ahead;
        ahead = in.read();
        line += character == '\n' ? 1 : 0;
        return character;
    }

    static void write(List<Term> terms, Writer out) throws IOException {
        out.write(String.join(",", COLUMNS) + "\r\n");
        for (Term term : terms) {
            out.write(line(List.of(
                    term.from().value(),
                    term.to().value(),
                    term.source(),
                    term.kind() == Kind.KEEP ? "" : term.target(),
                    term.kind().name().toLowerCase(Locale.ROOT),
                    term.site())));
        }
    }

    private static String line(List<String> values) {
        return String.join(",", values.stream().map(GlossaryCsv::field).toList()) + "\r\n";
    }

    private static String field(String value) {
        boolean plain = value.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
