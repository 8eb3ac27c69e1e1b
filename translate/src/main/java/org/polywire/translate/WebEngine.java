package org.polywire.translate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.polywire.model.Reason;
import org.polywire.translate.Abilities.Markup;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.Passage.Run;
import org.polywire.translate.WebCaller.Reply;
import org.polywire.translate.WebProtocol.MalformedAnswerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A translation service on the web. Sentences go out as the service's protocol wants them and come back only if they pass the checks of
 * {@link WebAnswerCheck}: answers are data and never trusted. A sentence whose marks the service broke goes again without marks; its links are then
 * placed by likeness. Safe to share between threads.
 */
public final class WebEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(WebEngine.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** A service that wants to be left alone for longer is not waited for. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final Duration AFTER_QUOTA = Duration.ofHours(1);

    /** Waits; a test need not. */
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    private final WebEngineConfig config;
    private final WebProtocol protocol;
    private final WebCaller caller;
    private final Meter meter;
    private final Pause pause;

    /**
     * @param spending what was spent in the past, as it was handed to {@code saved}
     * @param saved is given what is spent each time before a request is sent, to be kept
     */
    public WebEngine(
            WebEngineConfig config, Spending spending, Consumer<Spending> saved, InstantSource clock, Pause pause) {
        this.config = config;
        this.protocol =
                config.kind() == WebEngineConfig.Kind.OPENAI ? new ChatProtocol(config) : new HtmlProtocol(config);
        this.caller = new WebCaller(config.address(), config.timeout());
        this.meter = new Meter(config, spending, saved, clock);
        this.pause = pause;
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public Abilities abilities() {
        Markup markup = protocol.code() == MarkCode.HTML ? Markup.HTML : Markup.PLACEHOLDERS;
        return new Abilities(
                markup,
                false,
                protocol.texts(),
                protocol.characters(),
                config.parallel(),
                config.price(),
                config.local());
    }

    @Override
    public List<EnginePair> pairs() {
        return config.pairs().stream().map(this::pair).map(this::prepare).toList();
    }

    private EnginePair pair(WebEngineConfig.Pair pair) {
        String code = pair.from() + "-" + pair.to();
        return new EnginePair(pair.from(), pair.to(), code, config.model(), pair.fitness(), 0, SelfTest.PASSED, "");
    }

    /** Asks nothing of the service, which would cost; only whether it may be used now. */
    @Override
    public EnginePair prepare(EnginePair pair) {
        return meter.refusal().map(pair::paused).orElseGet(() -> pair.tested(""));
    }

    @Override
    public Optional<Allowance> allowance() {
        return meter.allowance();
    }

    @Override
    public Optional<Instant> resumes(long characters) {
        return meter.resumes(characters);
    }

    /** A sentence on its way. */
    private static final class Item {
        final List<Run> runs;
        final Passage passage;
        String fault = "";
        Optional<Answer> answer = Optional.empty();

        Item(List<Run> runs, Passage passage) {
            this.runs = runs;
            this.passage = passage;
        }
    }

    @Override
    public List<Answer> translate(EnginePair pair, List<Passage> passages) {
        List<List<Item>> items = passages.stream()
                .map(passage -> passage.sentences().stream()
                        .map(runs -> new Item(runs, passage))
                        .toList())
                .toList();
        List<Item> all = items.stream().flatMap(List::stream).toList();
        round(pair, all, true);
        if (protocol.code() == MarkCode.BRACKETS) {
            round(pair, open(all), true);
        }
        round(pair, open(all), false);
        return items.stream().map(this::answer).toList();
    }

    private static List<Item> open(List<Item> items) {
        return items.stream().filter(item -> item.answer.isEmpty()).toList();
    }

    private Answer answer(List<Item> sentences) {
        List<Answer.Sentence> done = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Item item : sentences) {
            switch (item.answer.orElseGet(
                    () -> failed(Reason.ENGINE_FAILED, "its answer is not used: " + item.fault))) {
                case Answer.Failed failed -> {
                    return failed;
                }
                case Answer.Sentences answer -> {
                    done.addAll(answer.sentences());
                    faults.addAll(answer.faults());
                }
            }
        }
        return new Answer.Sentences(done, faults);
    }

    /** Sends what is open, in requests as large as the service takes. */
    private void round(EnginePair pair, List<Item> items, boolean marks) {
        List<Item> batch = new ArrayList<>();
        int size = 0;
        for (Item item : items) {
            int length = text(item, marks).length();
            if (!batch.isEmpty() && (batch.size() == protocol.texts() || size + length > protocol.characters())) {
                send(pair, batch, marks);
                batch.clear();
                size = 0;
            }
            batch.add(item);
            size += length;
        }
        if (!batch.isEmpty()) {
            send(pair, batch, marks);
        }
    }

    private String text(Item item, boolean marks) {
        return marks ? protocol.code().write(item.runs) : protocol.code().plain(item.runs);
    }

    private void send(EnginePair pair, List<Item> items, boolean marks) {
        List<String> texts = items.stream().map(item -> text(item, marks)).toList();
        String complaint = items.stream()
                .map(item -> item.fault)
                .filter(fault -> !fault.isEmpty())
                .distinct()
                .limit(3)
                .reduce((left, right) -> left + "; " + right)
                .orElse("");
        Reply reply = patiently(() -> protocol.call(pair.from(), pair.to(), texts, complaint), texts);
        switch (reply) {
            case Reply.Answered(var json) -> read(pair, items, marks, json);
            case Reply.Refused(int status, Duration ignored) -> fail(items, Reason.ENGINE_FAILED, words(status));
            case Reply.Unreachable(String why, boolean late) ->
                fail(items, late ? Reason.ENGINE_TIMEOUT : Reason.ENGINE_FAILED, why);
            case Reply.Withheld(String why) -> fail(items, Reason.ENGINE_PAUSED, why);
            case Reply.Nonsense(String why) -> fail(items, Reason.ENGINE_FAILED, why);
        }
    }

    private void fail(List<Item> items, Reason reason, String why) {
        Reason real = meter.refusal().isPresent() ? Reason.ENGINE_PAUSED : reason;
        items.forEach(item -> item.answer = Optional.of(failed(real, why)));
    }

    private Answer.Failed failed(Reason reason, String why) {
        return new Answer.Failed(reason, config.name() + ": " + why);
    }

    private static String words(int status) {
        return switch (status) {
            case 401, 403 -> "it does not accept the key (" + status + ")";
            case 429 -> "it wants fewer requests (429)";
            case 456 -> "its quota is spent (456)";
            default -> "it answered " + status;
        };
    }

    /** An answer of the wrong shape is asked for again in halves, so that one bad text spoils no other. */
    private void read(EnginePair pair, List<Item> items, boolean marks, JsonNode json) {
        try {
            List<String> translations = protocol.translations(json, items.size());
            for (int i = 0; i < items.size(); i++) {
                take(pair, items.get(i), translations.get(i), marks);
            }
        } catch (MalformedAnswerException e) {
            String fault = String.valueOf(e.getMessage());
            items.forEach(item -> item.fault = fault);
            if (items.size() > 1) {
                List<Item> copy = List.copyOf(items);
                send(pair, copy.subList(0, copy.size() / 2), marks);
                send(pair, copy.subList(copy.size() / 2, copy.size()), marks);
            }
        }
    }

    private void take(EnginePair pair, Item item, String translation, boolean marks) {
        List<Run> runs = marks ? item.runs : unmarked(item.runs);
        MarkCode.Reading reading = protocol.code().read(translation, marks ? runs : free(runs));
        AlignedSentence sentence = reading.sentence();
        Optional<String> problem = reading.fault()
                .or(() -> WebAnswerCheck.problem(
                        Passage.text(item.runs), sentence.text(), pair.to(), protocol.code() == MarkCode.BRACKETS));
        if (problem.isPresent()) {
            item.fault = problem.get();
            return;
        }
        List<AlignedSentence.Link> links = marks ? sentence.links() : List.of();
        AlignedSentence read = new AlignedSentence(sentence.text(), links);
        item.answer =
                Optional.of(AlignedSentence.answer(new Passage(List.of(runs), item.passage::names), List.of(read)));
    }

    private static List<Run> unmarked(List<Run> runs) {
        return runs.stream().map(run -> new Run(run.text(), 0, run.fixed())).toList();
    }

    private static List<Run> free(List<Run> runs) {
        return runs.stream().map(run -> Run.free(run.text(), 0)).toList();
    }

    private interface Request {
        WebProtocol.Call call();
    }

    /** Sends a request up to three times: again only where that may help, and not before the service wants it. */
    private Reply patiently(Request request, List<String> texts) {
        long characters = texts.stream().mapToLong(String::length).sum();
        Reply reply = new Reply.Withheld("not tried");
        Duration wait = FIRST_PAUSE;
        for (int i = 0; i < TRIES; i++) {
            Optional<String> refusal = meter.charge(characters);
            if (refusal.isPresent()) {
                return new Reply.Withheld(refusal.get());
            }
            if (!paused(meter.delay())) {
                return new Reply.Unreachable("interrupted", false);
            }
            reply = caller.send(request.call());
            Optional<Duration> again = judged(reply, wait);
            if (again.isEmpty() || i + 1 == TRIES || !paused(again.get())) {
                return reply;
            }
            wait = wait.multipliedBy(2);
        }
        return reply;
    }

    /** Tells the meter what came of a request, and when it is worth another try; empty if never. */
    private Optional<Duration> judged(Reply reply, Duration wait) {
        return switch (reply) {
            case Reply.Answered ignored -> {
                meter.succeeded();
                yield Optional.empty();
            }
            case Reply.Withheld ignored -> Optional.empty();
            case Reply.Nonsense(String why) -> {
                meter.failed(why);
                yield Optional.empty();
            }
            case Reply.Unreachable(String why, boolean ignored) -> {
                meter.failed(why);
                yield Optional.of(wait);
            }
            case Reply.Refused(int status, Duration retryAfter) -> refused(status, retryAfter, wait);
        };
    }

    private Optional<Duration> refused(int status, Duration retryAfter, Duration wait) {
        LOG.warn("{} answered {}", config.name(), status);
        if (status == 456 || status == 401 || status == 403) {
            meter.rest(AFTER_QUOTA, words(status));
            return Optional.empty();
        }
        if (retryAfter.compareTo(LONGEST_PAUSE) > 0) {
            meter.rest(retryAfter, words(status));
            return Optional.empty();
        }
        meter.failed(words(status));
        boolean passing = status == 429 || status >= 500;
        return passing ? Optional.of(retryAfter.compareTo(wait) > 0 ? retryAfter : wait) : Optional.empty();
    }

    private boolean paused(Duration time) {
        try {
            if (time.isPositive()) {
                pause.of(time);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        caller.close();
    }
}
