package org.polywire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.MarianModel;
import org.polywire.marian.ModelsException;

/**
 * A process that finds out when it has translated its first sentence, and then how much memory each further model takes that it
 * holds.
 *
 * <p>Arguments: the models' folder, the file for what it found, and the time at which it was started, in milliseconds.
 */
final class NeuralStart {
    private NeuralStart() {}

    /**
     * What came of it.
     *
     * @param seconds from the start to the first translation
     * @param megabytes of memory for each loaded model after the first; 0 where the system does not say
     */
    record Figures(double seconds, double megabytes) {
        static Figures read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            return new Figures(Double.parseDouble(lines.getFirst()), Double.parseDouble(lines.getLast()));
        }
    }

    /**
     * Starts it and waits for what it finds.
     *
     * @throws IOException if it fails; the message holds what it said
     */
    static Figures measure(Path models) throws IOException, InterruptedException {
        Path found = models.resolveSibling("start");
        Path said = models.resolveSibling("said");
        List<String> arguments = List.of(
                models.toString(), found.toString(), "" + InstantSource.system().millis());
        Process process = JavaProcess.of(NeuralStart.class, List.of(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("measuring ended with " + code + ": " + Files.readString(said));
        }
        return Figures.read(found);
    }

    public static void main(String[] arguments) throws ModelsException, IOException {
        List<MarianModel> loaded = new ArrayList<>();
        try (Marian marian = new Marian(MarianConfig.of(Path.of(arguments[0])))) {
            List<InstalledModel> models = marian.installed();
            loaded.add(load(marian, models.getFirst()));
            double seconds = (InstantSource.system().millis() - Long.parseLong(arguments[2])) / 1e3;
            double before = residentMegabytes();
            for (InstalledModel model : models.subList(1, models.size())) {
                loaded.add(load(marian, model));
            }
            double megabytes = (residentMegabytes() - before) / (models.size() - 1);
            Files.write(Path.of(arguments[1]), List.of("" + seconds, "" + megabytes));
        }
        loaded.forEach(MarianModel::close);
    }

    private static MarianModel load(Marian marian, InstalledModel model) throws ModelsException {
        MarianModel loaded = marian.load(model);
        loaded.translate(List.of("The ferry left the harbour at nine."));
        return loaded;
    }

    /** What is left after the garbage is gone, as it is between a newsroom's articles. */
    private static double residentMegabytes() {
        System.gc();
        return ProcessorTime.residentMegabytes();
    }
}
