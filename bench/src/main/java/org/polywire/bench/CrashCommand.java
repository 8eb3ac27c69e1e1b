package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.polywire.app.Expected;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.pipeline.Archive;
import org.polywire.samples.Pace;
import org.polywire.samples.SamplePress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Kills the newsroom at random moments while the sample press runs, and looks whether anything came to harm. */
@Command(
        name = "crash",
        description =
                "Runs the newsroom on the sample press and kills it (SIGKILL) at random moments. Exits 0 only if in the end"
                        + " nothing is lost, nothing was published twice, permalinks are unchanged and the store is sound.",
        footer = {"", "Example: ./polywire bench crash --kills 50"})
final class CrashCommand extends PolywireCommand {
    /** The press is stretched over the kills, so that there is work at each. This and all times below are of a quiet machine. */
    private static final Duration PER_KILL = Duration.ofMillis(2_600);

    /** How long a newsroom takes from its start until it follows its sources; by it the machine's slowness is known. */
    private static final double QUIET_START_MILLIS = 1_000;

    /** From an article to its change: long enough for its first version to be published in spite of the kills. */
    private static final Duration UNTIL_CHANGE = Duration.ofSeconds(30);

    /** Some lives end before the newsroom is up, most in the midst of work. */
    private static final Duration SHORTEST_LIFE = Duration.ofMillis(500);

    private static final int LIFE_SPREAD_MILLIS = 5_000;
    private static final Duration LAST_LIFE = Duration.ofMinutes(3);

    @Option(names = "--kills", description = "How often it is killed (default: ${DEFAULT-VALUE}).")
    private int kills = 50;

    @Option(names = "--seed", description = "Of the random moments (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    private final SteadyTime time = new SteadyTime(InstantSource.system());
    private final LogAudit audit = new LogAudit();
    private final List<String> faults = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("polywire-crash");
        try (SamplePress press = SamplePress.start(pace())) {
            CrashChild.write(folder.resolve("papers"), press.papers());
            torment(folder);
            finish(folder, press);
        } finally {
            Folders.delete(folder);
        }
        faults.addAll(audit.faults());
        print();
        return faults.isEmpty() ? 0 : 1;
    }

    private Pace pace() {
        int articles = 40;
        return new Pace(PER_KILL.multipliedBy(kills).dividedBy(articles), UNTIL_CHANGE, time);
    }

    private void torment(Path folder) throws IOException, InterruptedException {
        Random random = new Random(seed);
        try (Progress progress = Progress.of("Kills", err())) {
            for (int kill = 1; kill <= kills; kill++) {
                Process child = start(folder);
                Thread.sleep(time.real(SHORTEST_LIFE.plusMillis(random.nextInt(LIFE_SPREAD_MILLIS))));
                if (!child.isAlive()) {
                    faults.add("the newsroom ended by itself with " + child.exitValue() + ": " + tail(folder));
                }
                child.destroyForcibly().waitFor();
                CrashChild.startMillis(folder.resolve("started"))
                        .ifPresent(millis -> time.slow(millis / QUIET_START_MILLIS));
                look(folder);
                progress.to(kill, kills);
            }
        }
    }

    private static Process start(Path folder) throws IOException {
        List<String> arguments = List.of(
                folder.resolve("data").toString(),
                folder.resolve("papers").toString(),
                folder.resolve("started").toString());
        return JavaProcess.of(CrashChild.class, List.of(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static String tail(Path folder) throws IOException {
        String output = Files.readString(folder.resolve("output"));
        return output.substring(Math.max(0, output.length() - 2_000));
    }

    private void look(Path folder) {
        if (Archive.exists(folder.resolve("data"))) {
            try (Archive archive = Archive.open(folder.resolve("data"))) {
                audit.look(archive);
            }
        }
    }

    /** A last life without a kill, to the end of all work; then an orderly stop. */
    private void finish(Path folder, SamplePress press) throws IOException, InterruptedException {
        Process child = start(folder);
        long end = System.nanoTime() + time.real(LAST_LIFE).toNanos();
        List<String> open = List.of("not looked at yet");
        while (!open.isEmpty() && System.nanoTime() < end && child.isAlive()) {
            Thread.sleep(Duration.ofMillis(500));
            open = missing(folder, press);
        }
        faults.addAll(open);
        child.destroy();
        if (!child.waitFor(30, TimeUnit.SECONDS)) {
            faults.add("the orderly stop took longer than 30 s");
            child.destroyForcibly().waitFor();
        }
        look(folder);
    }

    /** What the press expects and is not so, or not yet. */
    private static List<String> missing(Path folder, SamplePress press) {
        if (!press.finished() || !Archive.exists(folder.resolve("data"))) {
            return List.of("the press has not finished");
        }
        try (Archive archive = Archive.open(folder.resolve("data"))) {
            return new Expected(archive)
                    .misses(press.expectations()).stream()
                            .map(Expected.Miss::toString)
                            .toList();
        }
    }

    private void print() {
        PrintWriter out = out();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("kills", kills);
            report.put("seed", seed);
            report.put("entries", audit.entries());
            report.put("faults", faults);
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            out.println("Killed " + kills + " times; " + audit.entries() + " entries in the publication log.");
            faults.forEach(fault -> out.println("FAULT: " + fault));
            out.println(
                    faults.isEmpty()
                            ? "Nothing lost, nothing twice, every permalink as it was, the store sound, every expectation true."
                            : faults.size() + " faults.");
        }
        out.flush();
    }
}
