package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast an article's page comes, beside nginx that serves the same bytes as a file: in turns, so that both meet the same machine. */
final class SiteSpeed {
    /** Until the server's code is compiled, also on a machine with other work. */
    private static final int WARM = 8;

    private static final int ROUNDS = 5;
    private static final double BAR = 0.5;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final int MOST_BYTES = 60_000;

    private final SiteServer site;
    private final Path folder;
    private final PrintWriter out;

    SiteSpeed(SiteServer site, Path folder, PrintWriter out) {
        this.site = site;
        this.folder = folder;
        this.out = out;
    }

    boolean holds(int articles) throws IOException, InterruptedException {
        String path = "/en/a/" + SiteFolder.id(articles - 1);
        HttpResponse<byte[]> page = site.get(path);
        if (page.statusCode() != 200) {
            throw new IOException("no article to measure: " + path);
        }
        int port = freePort();
        Process nginx = nginx(port, page.body());
        try {
            return compare(site.address() + path, "http://localhost:" + port + "/page.html", page.body().length);
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private boolean compare(String ours, String theirs, int bytes) throws IOException, InterruptedException {
        for (int round = 0; round < WARM; round++) {
            wrk(ours);
        }
        wrk(theirs);
        List<Double> own = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            own.add(wrk(ours));
            others.add(wrk(theirs));
            ratios.add(own.getLast() / others.getLast());
        }
        double ratio = median(ratios);
        out.printf(
                Locale.ROOT,
                "article page: %,.0f requests/s; nginx with the same %,d bytes: %,.0f; ratio %.2f (bar %.1f); "
                        + "median of %d rounds in turn%n",
                median(own),
                bytes,
                median(others),
                ratio,
                BAR,
                ROUNDS);
        out.flush();
        return ratio >= BAR && bytes <= MOST_BYTES;
    }

    private Process nginx(int port, byte[] page) throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve("nginx"));
        Files.write(root.resolve("page.html"), page);
        Path file = root.resolve("nginx.conf");
        Files.writeString(
                file,
                "daemon off;\nmaster_process off;\npid " + root + "/pid;\nerror_log " + root + "/errors;\n"
                        + "events { worker_connections 512; }\nhttp { access_log off; sendfile on; tcp_nopush on;\n"
                        + "open_file_cache max=10; types { text/html html; }\n"
                        + "server { listen 127.0.0.1:" + port + "; root " + root + "; } }\n");
        Process nginx = new ProcessBuilder("/usr/sbin/nginx", "-e", root + "/errors", "-c", file.toString())
                .inheritIO()
                .start();
        Thread.sleep(500);
        if (!nginx.isAlive()) {
            throw new IOException("nginx does not start; install it with: apt-get install nginx-light");
        }
        return nginx;
    }

    private static double wrk(String address) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c16", "-d4s", address)
                .redirectErrorStream(true)
                .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (wrk.waitFor() != 0 || !rate.find() || said.contains("Non-2xx")) {
            throw new IOException("wrk: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static double median(List<Double> values) {
        return values.stream()
                .sorted(Comparator.naturalOrder())
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
