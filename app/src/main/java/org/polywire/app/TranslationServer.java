package org.polywire.app;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The translation server: {@link LibreTranslateApi} over HTTP/1.1. Each request has a virtual thread; a few are worked on at once, the others wait. */
final class TranslationServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TranslationServer.class);

    private static final int LONGEST_HEAD = 8 * 1024;
    private static final long IDLE_MILLISECONDS = 30_000;
    private static final long STOP_MILLISECONDS = 2_000;

    /** A request that takes longer to arrive is cut off. */
    private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(20);

    private static final int MOST_AT_ONCE = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofSeconds(5);

    /** What one character may take: a JSON escape has 6 bytes, and a character of four bytes has 12 in a form. */
    private static final int BYTES_PER_CHARACTER = 12;

    private static final int BYTES_BESIDE = 16 * 1024;

    /** What LibreTranslate has and this server has not, with its words where an operator switched it off. */
    private static final Map<String, String> ABSENT = Map.of(
            "/translate_file", "Files translation are disabled on this server.",
            "/suggest", "Suggestions are disabled on this server.");

    /** Those of LibreTranslate, but for credentials, which browsers send to no server that lets everybody ask. */
    private static final Map<String, String> FOR_PAGES = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Allow-Headers", "Authorization, Content-Type",
            "Access-Control-Expose-Headers", "Authorization",
            "Access-Control-Allow-Methods", "GET, POST",
            "Access-Control-Max-Age", String.valueOf(Duration.ofDays(20).toSeconds()));

    private final LibreTranslateApi api;
    private final int mostBytes;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final Javalin javalin;

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS);

    private interface Endpoint {
        JsonNode answer(ApiBody body, String address);
    }

    private TranslationServer(TranslationServerConfig config, LibreTranslateApi api) {
        this.api = api;
        this.mostBytes = config.characters() * BYTES_PER_CHARACTER + BYTES_BESIDE;
        this.javalin = Javalin.create(javalin -> configure(javalin, config));
    }

    /**
     * @throws CannotGoOn if the port is taken or the interface does not exist
     */
    static TranslationServer start(TranslationServerConfig config, LibreTranslateApi api) {
        TranslationServer server = new TranslationServer(config, api);
        try {
            server.javalin.start();
        } catch (JavalinBindException e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    "The translation server cannot listen on " + config.bind() + ":" + config.port()
                            + ". Choose another port with --port, or stop what uses it.");
        }
        return server;
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig javalin, TranslationServerConfig config) {
        javalin.jetty.host = config.bind();
        javalin.jetty.port = config.port();
        javalin.jetty.modifyHttpConfiguration(TranslationServer::limit);
        javalin.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLISECONDS));
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        Map<String, Endpoint> posts = Map.of("/translate", api::translate, "/detect", api::detect);
        Map<String, Supplier<JsonNode>> gets =
                Map.of("/languages", api::languages, "/health", api::health, "/frontend/settings", api::settings);
        posts.forEach((path, endpoint) ->
                javalin.routes.addHttpHandler(HandlerType.POST, path, context -> post(context, endpoint)));
        gets.forEach((path, answer) ->
                javalin.routes.addHttpHandler(HandlerType.GET, path, context -> send(context, 200, answer.get())));
        ABSENT.forEach((path, words) -> javalin.routes.addHttpHandler(HandlerType.POST, path, context -> {
            throw ApiRefusal.of(403, words);
        }));
        Set<String> posted = Stream.concat(posts.keySet().stream(), ABSENT.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
        METHODS.forEach(method ->
                javalin.routes.addHttpHandler(method, "/*", context -> refuse(context, posted, gets.keySet())));
        if (config.pages()) {
            javalin.routes.before(context -> FOR_PAGES.forEach(context::header));
        }
        javalin.routes.after(TranslationServer::forgetTheRest);
        javalin.routes.exception(ApiRefusal.class, TranslationServer::refuse);
        javalin.routes.exception(RuntimeException.class, TranslationServer::apologise);
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setIdleTimeout(IDLE_MILLISECONDS);
        http.setSendServerVersion(false);
    }

    private static void forgetTheRest(Context context) {
        if (context.statusCode() != HttpStatus.REQUEST_TIMEOUT.getCode()) {
            Leftover.forget(context.req());
        }
    }

    private void post(Context context, Endpoint endpoint) {
        if (!enter()) {
            throw ApiRefusal.forNow(503, LATER, "Slowdown: the server is busy");
        }
        try {
            ApiBody body = ApiBody.of(Objects.requireNonNullElse(context.contentType(), ""), content(context));
            send(context, 200, endpoint.answer(body, context.ip()));
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] content(Context context) {
        long deadline = System.nanoTime() + LONGEST_ARRIVAL.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (InputStream in = context.bodyInputStream()) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                body.write(part, 0, read);
                if (body.size() > mostBytes) {
                    throw ApiRefusal.of(413, "The request is larger than " + mostBytes + " bytes");
                }
                if (System.nanoTime() > deadline) {
                    throw ApiRefusal.of(408, "The request took too long to arrive");
                }
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw ApiRefusal.invalid("the body did not arrive whole");
        }
    }

    /** What no endpoint takes; a browser's question whether a page may ask is answered by the head alone. */
    private static void refuse(Context context, Set<String> posts, Set<String> gets) {
        String path = context.path();
        if (posts.contains(path) || gets.contains(path)) {
            String allowed = posts.contains(path) ? "POST" : "GET";
            context.header("Allow", allowed + ", OPTIONS");
            if (context.method() == HandlerType.OPTIONS) {
                context.status(204);
            } else {
                error(context, 405, "Use " + allowed);
            }
        } else {
            error(context, 404, "There is nothing at " + path);
        }
    }

    private static void refuse(ApiRefusal refusal, Context context) {
        Duration wait = refusal.retryAfter();
        if (wait != null) {
            context.header("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds()));
        }
        error(context, refusal.status(), String.valueOf(refusal.getMessage()));
    }

    private static void apologise(RuntimeException failure, Context context) {
        LOG.error("a request for " + context.path() + " failed", failure);
        error(context, 500, "The server made an error; its log says which");
    }

    private static void error(Context context, int status, String message) {
        send(context, status, Json.object().put("error", message));
    }

    private static void send(Context context, int status, JsonNode answer) {
        context.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store");
        context.status(status).contentType("application/json").result(answer.toString());
    }
}
