package org.polywire.gather;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.polywire.gather.Answer.Broken;
import org.polywire.gather.Answer.Response;
import org.polywire.model.Bytes;
import org.polywire.model.Headers;
import org.polywire.model.Reason;

/**
 * Sends one request at a time over a connection of its own and reads the answer within limits of time and size. It follows no
 * redirect, keeps no cookie, repeats nothing.
 *
 * <p>Connections are not kept: a host gets at most about one request a second from us, and a connection that is never reused
 * leads to no other address than the one that was checked for it. Safe to share between threads.
 */
final class Wire implements Web {
    private static final String ACCEPT =
            "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,"
                    + "application/xml;q=0.9,*/*;q=0.8";

    // A head has at most 128 lines of 16 KiB.
    private static final int HEAD_LINE = 16 * 1024;
    private static final int HEAD_LINES = 128;

    private final int ratio;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService alarms;
    private volatile boolean closed;

    Wire(GatherConfig config, Guard guard) {
        ratio = config.compressionRatio();
        connections = connections(config, guard);
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent(config.userAgent())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
        alarms = alarms();
    }

    private static PoolingHttpClientConnectionManager connections(GatherConfig config, Guard guard) {
        Http1Config heads = Http1Config.custom()
                .setMaxLineLength(HEAD_LINE)
                .setMaxHeaderCount(HEAD_LINES)
                .build();
        Timeout connect = Timeout.of(config.connectTimeout());
        Timeout silence = Timeout.of(config.feedDeadline());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(heads)
                        .build())
                .setDnsResolver(guard)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(silence)
                        .build())
                // Hosts.inTurn limits both; a pool that waited would eat into deadlines.
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .build();
    }

    private static ScheduledExecutorService alarms() {
        ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("gather-deadlines").daemon().factory());
        alarms.setRemoveOnCancelPolicy(true);
        alarms.setRejectedExecutionHandler(new ScheduledThreadPoolExecutor.DiscardPolicy());
        return alarms;
    }

    /** One request and its answer, the body cut off after {@code limit} bytes. Never later than the deadline. */
    @Override
    public Answer get(URI address, Validators validators, int limit, Deadline deadline) {
        return send(request(address, validators), Answer::hasBody, limit, deadline);
    }

    /**
     * The same for any request.
     *
     * @param wanted the statuses whose bodies are read; all others come with an empty one
     */
    Answer send(HttpUriRequestBase request, IntPredicate wanted, int limit, Deadline deadline) {
        Future<?> alarm = alarms.schedule(request::cancel, deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        try {
            return exchange(request, wanted, limit);
        } catch (IOException e) {
            return broken(e, deadline);
        } catch (IllegalStateException | RejectedExecutionException e) {
            return broken(e);
        } finally {
            alarm.cancel(false);
            // Closing an answer in the usual way reads it to its end, and it may have none.
            request.cancel();
        }
    }

    /** The client's word for having been closed is an unchecked exception. */
    private Broken broken(RuntimeException e) {
        if (!closed) {
            throw e;
        }
        return new Broken(Reason.UNREACHABLE, "stopped");
    }

    private static HttpGet request(URI address, Validators validators) {
        HttpGet get = new HttpGet(address);
        get.setHeader("Accept", ACCEPT);
        get.setHeader("Accept-Encoding", "gzip");
        get.setHeader("Connection", "close");
        if (!validators.etag().isEmpty()) {
            get.setHeader("If-None-Match", validators.etag());
        }
        if (!validators.lastModified().isEmpty()) {
            get.setHeader("If-Modified-Since", validators.lastModified());
        }
        return get;
    }

    private Response exchange(HttpUriRequestBase request, IntPredicate wanted, int limit) throws IOException {
        ClassicHttpResponse answer = client.executeOpen(null, request, null);
        HttpEntity entity = answer.getEntity();
        if (entity == null || !wanted.test(answer.getCode())) {
            return new Response(answer.getCode(), headers(answer), Bytes.EMPTY, true);
        }
        byte[] body = unpacked(entity).readNBytes(limit + 1);
        boolean complete = body.length <= limit;
        Bytes kept = complete ? Bytes.copyOf(body) : Bytes.copyOf(Arrays.copyOf(body, limit));
        return new Response(answer.getCode(), headers(answer), kept, complete);
    }

    private InputStream unpacked(HttpEntity entity) throws IOException {
        String coding = entity.getContentEncoding() == null
                ? ""
                : entity.getContentEncoding().strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> entity.getContent();
            case "gzip", "x-gzip" -> Unpacking.of(entity.getContent(), ratio);
            default -> throw new ClientProtocolException("a content coding that was not asked for");
        };
    }

    private static Headers headers(ClassicHttpResponse answer) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            fields.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return new Headers(fields);
    }

    private static Broken broken(IOException e, Deadline deadline) {
        if (deadline.passed()) {
            return new Broken(Reason.TIMEOUT, "not finished when its time was over");
        }
        return switch (e) {
            case Guard.AddressRefusedException refused -> new Broken(Reason.ADDRESS_REFUSED, words(refused));
            case Unpacking.CompressionBombException bomb -> new Broken(Reason.COMPRESSION_BOMB, words(bomb));
            case MessageConstraintException head -> new Broken(Reason.TOO_LARGE, "the head of the answer is too large");
            case SocketTimeoutException silence -> new Broken(Reason.TIMEOUT, words(silence));
            case SSLException tls -> new Broken(Reason.TLS_FAILED, words(tls));
            case ClientProtocolException protocol ->
                new Broken(Reason.PROTOCOL_ERROR, "not valid HTTP, or in a coding that was not asked for");
            case NoHttpResponseException nothing -> new Broken(Reason.PROTOCOL_ERROR, "no answer before the end");
            case ConnectionClosedException cut -> new Broken(Reason.PROTOCOL_ERROR, "the answer was cut off");
            case EOFException cut -> new Broken(Reason.PROTOCOL_ERROR, "the answer was cut off");
            case MalformedChunkCodingException chunk -> new Broken(Reason.PROTOCOL_ERROR, "malformed chunks");
            case ZipException zip -> new Broken(Reason.PROTOCOL_ERROR, "malformed gzip");
            default -> new Broken(Reason.UNREACHABLE, words(e));
        };
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    int openConnections() {
        return connections.getTotalStats().getLeased()
                + connections.getTotalStats().getAvailable();
    }

    /** Cuts off what is still under way. */
    @Override
    public void close() {
        closed = true;
        alarms.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
