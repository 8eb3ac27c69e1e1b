package org.polywire.app;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.polywire.pipeline.Subscribers;
import org.polywire.publish.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the public pages, and nothing else, over HTTP/1.1: GET and HEAD, conditional requests, gzip. A virtual thread for
 * each request; there is no state of its own.
 */
final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private static final int LONGEST_REQUEST = 8 * 1024;
    private static final long IDLE_MILLISECONDS = 30_000;
    private static final long STOP_MILLISECONDS = 2_000;
    private static final long LINGER_MILLISECONDS = 100;

    /** What a page says for itself goes before these. */
    private static final Map<String, String> SAFEGUARDS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; img-src 'self' https: http: data:; style-src 'self'; base-uri 'none';"
                            + " form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cross-Origin-Opener-Policy", "same-origin");

    private final Pages site;
    private final HubDoor hub;
    private final Javalin javalin;

    private WebServer(String bind, int port, Pages site, HubDoor hub) {
        this.site = site;
        this.hub = hub;
        this.javalin = Javalin.create(config -> configure(config, bind, port));
    }

    /**
     * @param port 0 to take any that is free
     * @param site called by many threads
     * @throws CannotGoOn if the port is taken or the interface does not exist
     */
    static WebServer start(String bind, int port, Pages site) {
        return start(bind, port, site, form -> new Subscribers.Answer(404, "there is no hub here"));
    }

    /** The same with a hub, the one thing that can be posted to. */
    static WebServer start(String bind, int port, Pages site, HubDoor hub) {
        WebServer server = new WebServer(bind, port, site, hub);
        try {
            server.javalin.start();
        } catch (JavalinBindException e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    "The web server cannot listen on " + bind + ":" + port + ": " + reason(e)
                            + "\nChoose another port (--port, or \"port\" in the configuration), or stop what uses it.");
        }
        for (Connector connector : server.javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector kept) {
                kept.setShutdownIdleTimeout(LINGER_MILLISECONDS);
            }
        }
        return server;
    }

    private static String reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .orElse("unknown reason");
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.info("a reader's connection was cut off", e);
        }
    }

    private void configure(JavalinConfig config, String bind, int port) {
        config.jetty.host = bind;
        config.jetty.port = port;
        config.jetty.modifyHttpConfiguration(WebServer::limit);
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLISECONDS));
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        Stream.of(HandlerType.GET, HandlerType.HEAD)
                .forEach(method -> config.routes.addHttpHandler(method, "/*", this::answer));
        config.routes.addHttpHandler(HandlerType.POST, HubDoor.PATH, this::ask);
        Stream.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE, HandlerType.OPTIONS)
                .forEach(method -> config.routes.addHttpHandler(method, "/*", WebServer::refuse));
    }

    /** A request to the hub, which is a form. */
    private void ask(Context context) {
        SAFEGUARDS.forEach(context::header);
        if (context.contentLength() < 0 || context.contentLength() > LONGEST_REQUEST) {
            context.status(HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        Map<String, String> form = new HashMap<>();
        context.formParamMap().forEach((name, values) -> form.put(name, values.isEmpty() ? "" : values.getFirst()));
        Subscribers.Answer answer = hub.ask(form);
        context.status(answer.status()).contentType("text/plain; charset=utf-8").result(answer.text());
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(LONGEST_REQUEST);
        http.setIdleTimeout(IDLE_MILLISECONDS);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }

    private static void refuse(Context context) {
        context.status(HttpStatus.METHOD_NOT_ALLOWED).header("Allow", "GET, HEAD");
    }

    /** Adds what the server itself decides by to what the page depends on. */
    private static void vary(Context context, Page page) {
        String others = page.headers().get("Vary");
        context.header("Vary", others == null ? "Accept-Encoding" : others + ", Accept-Encoding");
    }

    private void answer(Context context) {
        Page page = site.at(new Request(
                context.path(),
                context.queryParamMap(),
                Objects.requireNonNullElse(context.header("Accept-Language"), "")));
        SAFEGUARDS.forEach(context::header);
        page.headers().forEach(context::header);
        vary(context, page);
        // Weak, because the same page also goes out compressed, as other bytes.
        String tag = page.etag().isEmpty() ? "" : "W/" + page.etag();
        if (!tag.isEmpty()) {
            context.header("ETag", tag);
        }
        if (page.status() == HttpStatus.OK.getCode() && Validators.match(context, tag, page)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.status(page.status())
                    .contentType(page.contentType())
                    .result(page.body().toArray());
        }
    }
}
