package org.polywire.app;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.polywire.gather.HubSignature;
import org.polywire.model.Bytes;
import org.polywire.pipeline.Push;
import org.polywire.pipeline.Push.Answer;
import org.polywire.pipeline.Push.Delivery;

/**
 * Where the hubs of sources find the newsroom: they ask at a path whether a subscription was meant, and bring the news there. Paths
 * that are none, and a door that is closed, look the same from outside. Safe to share between threads.
 */
final class PushDoor {
    static final String PATH = "/push/";

    /** Feeds larger than this are not brought; polling gets them. */
    static final int MOST_BYTES = 4 << 20;

    private static final int MOST_AT_ONCE = 4;
    private static final String FORM = "[0-9a-f]{48}";

    private final Optional<Push> push;
    private final Semaphore deliveries = new Semaphore(MOST_AT_ONCE);

    private PushDoor(Optional<Push> push) {
        this.push = push;
    }

    /** One that nobody is behind. */
    static PushDoor closed() {
        return new PushDoor(Optional.empty());
    }

    static PushDoor to(Push push) {
        return new PushDoor(Optional.of(push));
    }

    /** A hub asks whether something was meant. */
    void verify(Context context) {
        Map<String, String> query = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> query.put(name, values.isEmpty() ? "" : values.getFirst()));
        answer(
                context,
                at(path(context))
                        .map(subscriber -> subscriber.verify(path(context), query))
                        .orElse(new Answer(404, "")));
    }

    /** A hub brings something; nothing of it is read before its path is known. */
    void deliver(Context context) {
        String path = path(context);
        Optional<Push> subscriber = at(path);
        if (subscriber.isEmpty()) {
            answer(context, new Answer(410, ""));
            return;
        }
        Optional<Answer> objection = subscriber.get().objection(path);
        if (objection.isPresent()) {
            answer(context, objection.get());
        } else if (!deliveries.tryAcquire()) {
            context.header("Retry-After", "5");
            answer(context, new Answer(503, ""));
        } else {
            try {
                take(context, subscriber.get(), path);
            } finally {
                deliveries.release();
            }
        }
    }

    private static void take(Context context, Push subscriber, String path) {
        byte[] content = content(context);
        if (content.length > MOST_BYTES) {
            answer(context, new Answer(HttpStatus.CONTENT_TOO_LARGE.getCode(), ""));
            return;
        }
        Delivery delivery = new Delivery(
                Objects.requireNonNullElse(context.header("Content-Type"), ""),
                Objects.requireNonNullElse(context.header(HubSignature.FIELD), ""),
                Bytes.copyOf(content));
        answer(context, subscriber.deliver(path, delivery));
    }

    /** What was sent; one byte more than may be if it is too much. */
    private static byte[] content(Context context) {
        if (context.contentLength() > MOST_BYTES) {
            return new byte[MOST_BYTES + 1];
        }
        try (InputStream body = context.bodyInputStream()) {
            return body.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private Optional<Push> at(String path) {
        return path.matches(FORM) ? push : Optional.empty();
    }

    private static String path(Context context) {
        return context.path().substring(PATH.length());
    }

    private static void answer(Context context, Answer answer) {
        context.header("Cache-Control", "no-store");
        context.status(answer.status()).contentType("text/plain; charset=utf-8").result(answer.text());
    }
}
