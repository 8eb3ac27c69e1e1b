package org.polywire.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.polywire.app.Polywire;

/** {@code ./polywire run} in a process of its own, on a prepared folder. */
final class SiteServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final URI address;

    private SiteServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder where {@code data} lies; configuration and output go beside it */
    static SiteServer start(Path folder, int port, List<SiteTexts> texts, SitePicture picture)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path file = folder.resolve("polywire.yaml");
        Files.writeString(file, configuration(port, texts, picture));
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Polywire.class.getName(),
                        "run",
                        "-c",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        SiteServer server = new SiteServer(process, URI.create("http://localhost:" + port));
        server.await(folder);
        return server;
    }

    private static String configuration(int port, List<SiteTexts> texts, SitePicture picture) {
        String editions = texts.stream()
                .map(SiteTexts::edition)
                .map(edition -> "  - {language: " + edition.language() + ", title: " + edition.title() + "}\n")
                .collect(Collectors.joining());
        return "title: The Harbour Wire\noperator: The Harbour Cooperative\ncontact: desk@wire.example\nport: " + port
                + "\neditions:\n" + editions + "sources:\n  - {id: " + SiteFolder.SOURCE
                + ", address: 'https://press.example/', feed: 'https://press.example/feed.xml', index: true}\nnetwork: {allow-hosts: ['"
                + picture.authority() + "']}\n";
    }

    private void await(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                get("/");
                return;
            } catch (IOException e) {
                Thread.sleep(Duration.ofMillis(200));
            }
        }
        close();
        throw new IOException("the site did not start: " + Files.readString(folder.resolve("output")));
    }

    URI address() {
        return address;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
