package org.polywire.gather;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.polywire.gather.Answer.Broken;
import org.polywire.gather.Answer.Response;
import org.polywire.model.Bytes;
import org.polywire.model.Headers;
import org.polywire.model.Reason;

/**
 * Carries what the publication tells other systems: one request, one answer, within limits of time and size, and never into a
 * private network unless the operator allowed the host. It follows no redirect, so nothing is told to anybody else than whom it was
 * meant for, and repeats nothing.
 *
 * <p>Safe to share between threads, and made for virtual ones: {@link #send} blocks.
 */
public final class Courier implements AutoCloseable {
    /** The largest answer that is read, in bytes. */
    public static final int LARGEST_ANSWER = 4 << 20;

    private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
    private final Guard guard;
    private final Wire wire;

    /** @param config its name to servers, allowed hosts and times count; delays between requests do not */
    public Courier(GatherConfig config) {
        guard = new Guard(config.allowed(), SystemDefaultDnsResolver.INSTANCE, config.connectTimeout(), lookups);
        wire = new Wire(config, guard);
    }

    /**
     * A request to another system.
     *
     * @param method of HTTP, such as {@code POST}
     * @param headers may hold secrets; nothing here writes them anywhere else
     * @param deadline for everything from the name lookup to the last byte of the answer
     */
    public record Message(String method, URI address, Map<String, String> headers, Bytes body, Duration deadline) {
        public Message {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    /** What came of a message. */
    public sealed interface Reply {
        /** @param body unpacked, whatever the status */
        record Answered(int status, Headers headers, Bytes body) implements Reply {}

        /** Whether the other system got the message is not known. */
        record Unanswered(Reason reason, String detail) implements Reply {}
    }

    public Reply send(Message message) {
        Optional<URI> address = Links.absolute(message.address().toString());
        if (address.isEmpty()) {
            return new Reply.Unanswered(Reason.ADDRESS_REFUSED, "not an http or https address");
        }
        Optional<String> objection = guard.objection(address.get());
        if (objection.isPresent()) {
            return new Reply.Unanswered(Reason.ADDRESS_REFUSED, objection.get());
        }
        Deadline deadline = Deadline.in(message.deadline());
        return switch (wire.send(request(message), status -> status != 204, LARGEST_ANSWER, deadline)) {
            case Response(int status, Headers headers, Bytes body, boolean complete) ->
                complete
                        ? new Reply.Answered(status, headers, body)
                        : new Reply.Unanswered(Reason.TOO_LARGE, "more than " + LARGEST_ANSWER + " bytes");
            case Broken(Reason reason, String detail) -> new Reply.Unanswered(reason, detail);
        };
    }

    /** Whether the operator put exactly this host on the list of those that may lie on this machine. */
    public boolean allows(URI address) {
        Authority authority = Authority.of(address);
        return guard.allows(authority.host(), authority.port());
    }

    /** Whether an address is, by its form alone, one that only this machine or its network can reach. */
    public static boolean isInternal(URI address) {
        return Guard.isInternal(Authority.of(address).host());
    }

    private static HttpUriRequestBase request(Message message) {
        HttpUriRequestBase request = new HttpUriRequestBase(message.method(), message.address());
        request.setHeader("Accept-Encoding", "gzip");
        request.setHeader("Connection", "close");
        message.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                request.setHeader(name, value);
            }
        });
        if (message.body().size() > 0) {
            String type = message.headers().getOrDefault("Content-Type", "application/octet-stream");
            request.setEntity(new ByteArrayEntity(message.body().toArray(), ContentType.parse(type)));
        }
        return request;
    }

    /** Cuts off what is under way. */
    @Override
    public void close() {
        wire.close();
        lookups.close();
    }
}
