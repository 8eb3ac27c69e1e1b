package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is forgiven of a recorded report on a page that is gone, and what is not. */
class LighthouseScoreTest {
    private static final Path NODE = Path.of("/usr/bin/node");
    private static final String GONE = "http://localhost:8080/gone";
    private static final double BAR = 0.98;

    @TempDir
    private Path folder;

    private final ObjectNode report = report();

    private static ObjectNode report() {
        return (ObjectNode) JsonMapper.shared().readTree(resource("lighthouse-gone.json"));
    }

    private static byte[] resource(String name) {
        try (InputStream file = LighthouseScoreTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thatAPageIsGoneInTheConsoleCostsItNothing() throws Exception {
        assertThat(report.at("/categories/best-practices/score").asDouble()).isLessThan(BAR);
        assertThat(score(GONE, 410)).isEqualTo(1);
    }

    @Test
    void anotherPagesStatusCounts() throws Exception {
        double asReported = report.at("/categories/best-practices/score").asDouble();
        assertThat(score("http://localhost:8080/other", 410)).isEqualTo(asReported);
        assertThat(score(GONE, 404)).isEqualTo(asReported);
        assertThat(score(GONE, 200)).isEqualTo(asReported);
    }

    @Test
    void aSecondLineCounts() throws Exception {
        ArrayNode lines = (ArrayNode) report.at("/audits/errors-in-console/details/items");
        lines.add(lines.get(0).deepCopy());
        assertThat(score(GONE, 410))
                .isEqualTo(report.at("/categories/best-practices/score").asDouble());
    }

    @Test
    void whateverElseIsWrongCounts() throws Exception {
        JsonNode other = report.at("/categories/best-practices/auditRefs")
                .valueStream()
                .filter(audit -> audit.path("weight").asInt() > 0)
                .filter(audit -> !audit.path("id").asString().equals("errors-in-console"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) report.at("/audits/" + other.path("id").asString())).put("score", 0);
        assertThat(score(GONE, 410)).isLessThan(1);
    }

    private double score(String address, int status) throws Exception {
        assumeTrue(Files.isExecutable(NODE), "no Node.js; install it with: apt-get install nodejs");
        Files.write(folder.resolve("score.mjs"), resource("site/score.mjs"));
        Files.writeString(folder.resolve("report.json"), report.toString());
        Files.writeString(folder.resolve("ask.mjs"), """
                import fs from 'node:fs';
                import { score } from './score.mjs';
                const [address, status] = process.argv.slice(2);
                const report = JSON.parse(fs.readFileSync('report.json', 'utf8'));
                console.log(score(report, 'best-practices', { address, status: Number(status) }));
                """);
        Process node = new ProcessBuilder(NODE.toString(), "ask.mjs", address, Integer.toString(status))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        node.getOutputStream().close();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return Double.parseDouble(said.strip());
    }
}
