package org.polywire.translate;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.polywire.translate.WebProtocol.Call;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends one request to a service and reads its answer, both bounded. It follows no redirects: they would carry the key away. Safe to share. */
final class WebCaller implements AutoCloseable {
    /** An answer may have so many times the bytes of its request … */
    private static final int MAX_GROWTH = 8;
    /** … and so many more for what the protocol puts round it. */
    private static final int ENVELOPE = 16_384;

    /** What Java says where a server answers with something else; one of its implementations says <i>Unsupported or unrecognized</i>. */
    private static final String NO_TLS = "unrecognized ssl message";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;

    WebCaller(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What came of a request. */
    sealed interface Reply {
        record Answered(JsonNode json) implements Reply {}

        /**
         * The service said no.
         *
         * @param retryAfter how long it wants to be left alone; zero if it does not say
         */
        record Refused(int status, Duration retryAfter) implements Reply {}

        /** Nobody answered, or not to the end. */
        record Unreachable(String why, boolean late) implements Reply {}

        /** It was not sent: a budget or a rest forbids it. */
        record Withheld(String why) implements Reply {}

        /** The answer is no JSON, or too long. */
        record Nonsense(String why) implements Reply {}
    }

    Reply send(Call call) {
        byte[] body = JSON.writeValueAsBytes(call.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address.toString().replaceFirst("/$", "") + call.path()))
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        call.headers().forEach(request::header);
        int limit = body.length * MAX_GROWTH + ENVELOPE;
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request.build(), info -> new Bounded(limit));
        try {
            // The request's own time-out ends with the head of the answer; a body may never come.
            return reply(exchange.get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS), limit);
        } catch (TimeoutException e) {
            return new Reply.Unreachable("no answer within " + timeout.toSeconds() + " s", true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unreachable("interrupted", false);
        } catch (CancellationException e) {
            return new Reply.Unreachable("cancelled", false);
        } catch (ExecutionException e) {
            boolean late = e.getCause() instanceof HttpTimeoutException;
            return new Reply.Unreachable(
                    late ? "no answer within " + timeout.toSeconds() + " s" : kind(e.getCause()), late);
        } finally {
            exchange.cancel(true);
        }
    }

    /** In our own words: an exception's message may hold what was sent. */
    static String kind(@Nullable Throwable cause) {
        if (cause instanceof SSLException secure) {
            return isRefusal(secure)
                    ? "its certificate is not accepted, or it speaks no TLS"
                    : "the secure connection failed";
        }
        return cause instanceof ConnectException
                ? "nobody answers at its address"
                : "the connection broke before the answer was whole";
    }

    /** Whether trying again is in vain; a handshake may also break as any connection does. */
    private static boolean isRefusal(SSLException secure) {
        return secure instanceof SSLPeerUnverifiedException
                || String.valueOf(secure.getMessage()).toLowerCase(Locale.ROOT).contains(NO_TLS)
                || Stream.<Throwable>iterate(secure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(CertificateException.class::isInstance);
    }

    private static Reply reply(HttpResponse<byte[]> response, int limit) {
        if (response.statusCode() != 200) {
            return new Reply.Refused(response.statusCode(), retryAfter(response));
        }
        if (response.body().length > limit) {
            return new Reply.Nonsense("the answer is longer than " + limit + " bytes");
        }
        try {
            return new Reply.Answered(JSON.readTree(response.body()));
        } catch (JacksonException e) {
            return new Reply.Nonsense("the answer is not JSON");
        }
    }

    /** Seconds; a date is as good as no word. */
    private static Duration retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** Takes no more of a body than it may have, and one byte. */
    private static final class Bounded implements BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int limit;
        private Flow.@Nullable Subscription subscription;

        Bounded(int limit) {
            this.limit = limit;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription source) {
            subscription = source;
            source.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[Math.min(buffer.remaining(), limit + 1 - bytes.size())];
                buffer.get(part);
                bytes.writeBytes(part);
            }
            if (bytes.size() > limit && subscription != null) {
                subscription.cancel();
                body.complete(bytes.toByteArray());
            }
        }

        @Override
        public void onError(Throwable throwable) {
            body.completeExceptionally(throwable);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
