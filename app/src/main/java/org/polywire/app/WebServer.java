package org.polywire.app;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.polywire.pipeline.Subscribers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the public pages, and nothing else, over HTTP/1.1: GET and HEAD, conditional requests, gzip. Pages that lie
 * ready go out at once; each other request has a virtual thread. There is no state of its own.
 */
final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /**
     * Of a request's line and headers, in bytes. Jetty forgets the path of what is longer, so that we could not say in its reader's
     * language what is wrong: it has room for 10,000 characters of four bytes each, percent-encoded.
     */
    private static final int LONGEST_HEAD = 128 * 1024;

    /** Of what is asked of the hub, in bytes. */
    private static final int LONGEST_FORM = 8 * 1024;

    /** The methods by which the site can be asked. */
    private static final String READING = "GET, HEAD";

    private static final long IDLE_MILLISECONDS = 30_000;
    private static final long STOP_MILLISECONDS = 2_000;
    private static final long LINGER_MILLISECONDS = 100;

    private final Pages site;
    private final HubDoor hub;
    private final PushDoor push;
    private final Javalin javalin;

    private WebServer(String bind, int port, Pages site, HubDoor hub, PushDoor push) {
        this.site = site;
        this.hub = hub;
        this.push = push;
        this.javalin = Javalin.create(config -> configure(config, bind, port));
    }

    /**
     * @param port 0 to take any that is free
     * @param site called by many threads
     * @throws CannotGoOn if the port is taken or the interface does not exist
     */
    static WebServer start(String bind, int port, Pages site) {
        HubDoor none = form -> new Subscribers.Answer(404, "there is no hub here");
        return start(bind, port, site, none, PushDoor.closed());
    }

    /** The same with a hub, and a door for the hubs of others: the two things that can be posted to. */
    static WebServer start(String bind, int port, Pages site, HubDoor hub, PushDoor push) {
        WebServer server = new WebServer(bind, port, site, hub, push);
        try {
            server.javalin.start();
        } catch (JavalinBindException e) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    "The web server cannot listen on " + bind + ":" + port + ": " + reason(e)
                            + "\n"
                            + "Choose another port (--port, or \"port\" in the configuration), or stop what uses"
                            + " it.");
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
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLISECONDS);
            server.setHandler(new Counter(site));
            server.setErrorHandler(this::misunderstood);
        });
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.routes.addHttpHandler(HandlerType.GET, PushDoor.PATH + "*", push::verify);
        config.routes.addHttpHandler(HandlerType.POST, PushDoor.PATH + "*", push::deliver);
        Stream.of(HandlerType.GET, HandlerType.HEAD)
                .forEach(method -> config.routes.addHttpHandler(method, "/*", this::answer));
        config.routes.addHttpHandler(HandlerType.POST, HubDoor.PATH, this::ask);
        config.routes.addHttpHandler(HandlerType.POST, "/*", this::refuse);
        config.routes.after(context -> Leftover.forget(context.req()));
        config.routes.exception(RuntimeException.class, this::apologise);
    }

    /** What Jetty itself refuses, such as a path that is none: on a page of ours, with our safeguards. */
    private boolean misunderstood(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        Ready page = new Ready(site.failed(
                response.getStatus(),
                Objects.requireNonNullElse(request.getHttpURI().getCanonicalPath(), "/")));
        page.headers().forEach(response.getHeaders()::put);
        response.setStatus(page.status());
        response.getHeaders().put("Content-Type", page.contentType());
        if (page.status() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            response.getHeaders().put("Allow", READING);
        }
        response.write(true, ByteBuffer.wrap(page.plain()), callback);
        return true;
    }

    /** A request to the hub, which is a form. */
    private void ask(Context context) {
        if (context.contentLength() < 0 || context.contentLength() > LONGEST_FORM) {
            context.status(HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        Map<String, String> form = new HashMap<>();
        context.formParamMap().forEach((name, values) -> form.put(name, values.isEmpty() ? "" : values.getFirst()));
        Subscribers.Answer answer = hub.ask(form);
        context.status(answer.status()).contentType("text/plain; charset=utf-8").result(answer.text());
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setIdleTimeout(IDLE_MILLISECONDS);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }

    private void refuse(Context context) {
        context.header("Allow", READING);
        answer(context, new Ready(site.failed(HttpStatus.METHOD_NOT_ALLOWED.getCode(), context.path())));
    }

    private void answer(Context context) {
        answer(
                context,
                site.ready(new Request(
                        context.path(),
                        context.queryParamMap(),
                        Objects.requireNonNullElse(context.header("Accept-Language"), ""))));
    }

    private void apologise(RuntimeException failure, Context context) {
        LOG.error("the page at " + context.path() + " could not be made", failure);
        answer(context, new Ready(site.failed(HttpStatus.INTERNAL_SERVER_ERROR.getCode(), context.path())));
    }

    private static void answer(Context context, Ready page) {
        page.headers().forEach(context::header);
        if (Validators.match(context.header("If-None-Match"), context.header("If-Modified-Since"), page)) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        context.status(page.status()).contentType(page.contentType());
        if (page.compressible() && Encodings.takesGzip(context.header("Accept-Encoding"))) {
            context.header("Content-Encoding", "gzip").result(page.zipped());
        } else {
            context.result(page.plain());
        }
    }
}
