package org.polywire.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Rhythm;
import org.polywire.samples.Paper;

/**
 * The process that {@link CrashCommand} kills: the newsroom of the demo, following the papers of a list, until its end.
 *
 * <p>Arguments: the data folder, the file with the papers, and the file into which it writes how many milliseconds it took until
 * it followed them.
 */
final class CrashChild {
    /** The editions of the demo, as the sample press expects them. */
    static final List<Edition> EDITIONS = List.of("ca", "es", "pt", "gl", "en", "fr", "ar").stream()
            .map(LanguageTag::new)
            .map(language -> new Edition(language, language.value(), Fitness.NEWS, true))
            .toList();

    private CrashChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Source> papers = read(Path.of(arguments[1]));
        Workshop workshop = new Workshop(
                Path.of(arguments[0]),
                EDITIONS,
                papers.stream().map(paper -> paper.feed().getAuthority()).collect(Collectors.toSet()),
                Rhythm.brisk());
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            workshop.close();
            end.countDown();
        }));
        workshop.newsroom().start();
        papers.forEach(workshop.newsroom()::follow);
        Files.writeString(
                Path.of(arguments[2]), "" + ManagementFactory.getRuntimeMXBean().getUptime());
        end.await();
    }

    /** How long a process took until it followed its papers, if it came so far, and forgets it. */
    static OptionalLong startMillis(Path file) throws IOException {
        String millis = Files.exists(file) ? Files.readString(file) : "";
        Files.deleteIfExists(file);
        return millis.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(millis));
    }

    static void write(Path file, List<Paper> papers) throws IOException {
        Files.write(
                file,
                papers.stream()
                        .map(paper -> String.join("\t", paper.id(), paper.name(), "" + paper.home(), "" + paper.feed()))
                        .toList());
    }

    private static List<Source> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(CrashChild::source).toList();
    }

    private static Source source(String line) {
        List<String> columns = List.of(line.split("\t"));
        return new Source(
                new SourceId(columns.get(0)),
                columns.get(1),
                URI.create(columns.get(2)),
                URI.create(columns.get(3)),
                Grant.FULL);
    }
}
