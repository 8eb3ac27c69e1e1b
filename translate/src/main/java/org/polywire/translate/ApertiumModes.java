package org.polywire.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.translate.EnginePair.SelfTest;

/** The pairs of languages that Apertium's installed mode files offer, with what was measured of them. */
final class ApertiumModes {
    private static final Pattern NAME =
            Pattern.compile("([a-z]{2,3}(?:_[A-Za-z]+)?)-([a-z]{2,3}(?:_[A-Za-z]+)?)\\.mode");
    private static final Pattern DATA = Pattern.compile("/(apertium-[a-z_]+-[a-z_]+)/");

    private final Map<String, LanguageTag> tags = new HashMap<>();
    private final Map<String, Measured> measured = new HashMap<>();

    private record Measured(Fitness fitness, double chrF2) {}

    ApertiumModes() {
        Lines.of("apertium-languages.txt").forEach(line -> tags.put(line.get(0), new LanguageTag(line.get(1))));
        Lines.of("apertium-fitness.txt")
                .forEach(line -> measured.put(
                        line.get(0), new Measured(Fitness.valueOf(line.get(1)), Double.parseDouble(line.get(2)))));
    }

    /** The pairs in a folder of mode files; empty if there is no such folder. */
    List<EnginePair> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Map<String, String> versions = installedVersions();
        try (Stream<Path> files = Files.list(folder)) {
            List<EnginePair> pairs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                add(file, versions, pairs);
            }
            return pairs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path file, Map<String, String> versions, List<EnginePair> pairs) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && tags.containsKey(name.group(1)) && tags.containsKey(name.group(2))) {
            String code = name.group(1) + "-" + name.group(2);
            Measured found = measured.getOrDefault(code, new Measured(Fitness.GIST, 0));
            pairs.add(new EnginePair(
                    tag(name.group(1)),
                    tag(name.group(2)),
                    code,
                    version(Files.readString(file), versions),
                    found.fitness(),
                    found.chrF2(),
                    SelfTest.NOT_YET,
                    ""));
        }
    }

    private LanguageTag tag(String code) {
        LanguageTag tag = tags.get(code);
        if (tag == null) {
            throw new IllegalArgumentException("no language for Apertium's code " + code);
        }
        return tag;
    }

    private static String version(String mode, Map<String, String> versions) {
        String engine = versions.getOrDefault("apertium", "");
        Matcher data = DATA.matcher(mode);
        String name = data.find() ? data.group(1) : "";
        String pair = versions.getOrDefault(name, "");
        return (engine + " " + (pair.isEmpty() ? "" : name + " " + pair)).strip();
    }

    /** The packages and their upstream versions, as dpkg knows them; empty on a system without dpkg. */
    private static Map<String, String> installedVersions() {
        Map<String, String> versions = new TreeMap<>();
        try {
            Process dpkg = new ProcessBuilder("dpkg-query", "-W", "-f", "${Package} ${Version}\\n", "apertium*")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var reader = dpkg.inputReader(StandardCharsets.UTF_8)) {
                reader.lines()
                        .map(line -> line.split(" ", -1))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> versions.put(parts[0], parts[1].replaceFirst("-[^-]*$", "")));
            }
        } catch (IOException e) {
            versions.clear();
        }
        return versions;
    }
}
