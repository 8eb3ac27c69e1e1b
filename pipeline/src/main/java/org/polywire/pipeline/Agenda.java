package org.polywire.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.polywire.model.ArticleId;
import org.polywire.model.SourceId;
import org.polywire.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done when, kept by db-scheduler in the store.
 *
 * <p>The store's own state is the truth; the agenda can be made from it at any time ({@link Newsroom} does so at every start
 * and each half minute), so that a crash between the two loses nothing.
 */
final class Agenda {
    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);
    private static final int WAKING_TRIES = 5;
    private static final Duration POLLING = Duration.ofMillis(250);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    /** What each kind of entry calls for. */
    interface Duties {
        void poll(SourceId id);

        /** When a source is polled next, if ever. */
        Optional<Instant> nextPoll(SourceId id);

        /** Asks a source's hub to bring its news. */
        void subscribe(SourceId id);

        /** When a source's hub is asked next, if ever. */
        Optional<Instant> nextSubscription(SourceId id);

        void advance(ArticleId id);

        /** When there is work on an article next, if ever. */
        Optional<Instant> next(ArticleId id);

        /** Puts on the agenda whatever the store says is due and is not on it. */
        void sweep();
    }

    private final CustomTask<Void> polls;
    private final CustomTask<Void> hubs;
    private final CustomTask<Void> articles;
    /** What was woken and has not begun since. */
    private final Set<TaskInstanceId> woken = ConcurrentHashMap.newKeySet();

    private final Scheduler scheduler;
    private final Store store;
    private final InstantSource clock;

    Agenda(Store store, Duties duties, int workers, Duration deadline, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        FailureHandler<Void> later = new FailureHandler.OnFailureRetryLater<>(AFTER_ERROR);
        polls = Tasks.custom("poll", Void.class).onFailure(later).execute((task, context) -> {
            SourceId id = new SourceId(task.getId());
            begin(task);
            duties.poll(id);
            return again(() -> duties.nextPoll(id), () -> wake(id));
        });
        hubs = Tasks.custom("hub", Void.class).onFailure(later).execute((task, context) -> {
            SourceId id = new SourceId(task.getId());
            begin(task);
            duties.subscribe(id);
            return again(() -> duties.nextSubscription(id), () -> wakeHub(id));
        });
        articles = Tasks.custom("article", Void.class).onFailure(later).execute((task, context) -> {
            ArticleId id = new ArticleId(task.getId());
            begin(task);
            duties.advance(id);
            return again(() -> duties.next(id), () -> wake(id));
        });
        var sweep = Tasks.recurring("sweep", FixedDelay.of(SWEEP)).execute((task, context) -> duties.sweep());
        scheduler = Scheduler.create(store.dataSource(), List.of(polls, hubs, articles))
                .startTasks(sweep)
                .schedulerName(new SchedulerName.Fixed("newsroom"))
                .threads(workers)
                .pollUsingFetchAndLockOnExecute(0.5, 3.0)
                .pollingInterval(POLLING)
                .enableImmediateExecution()
                .shutdownMaxWait(deadline)
                .clock(clock::instant)
                .build();
    }

    private void begin(TaskInstanceId task) {
        woken.remove(TaskInstanceId.of(task.getTaskName(), task.getId()));
    }

    /**
     * The store is asked at the last moment, so that what came up during the work is not missed; what came up after the question
     * is woken once more.
     */
    private CompletionHandler<Void> again(Supplier<Optional<Instant>> next, Runnable wake) {
        return (done, operations) -> {
            next.get().ifPresentOrElse(time -> operations.reschedule(done, time), operations::remove);
            if (woken.contains(TaskInstanceId.of(
                    done.getExecution().getTaskName(), done.getExecution().getId()))) {
                wake.run();
            }
        };
    }

    void start() {
        scheduler.start();
    }

    /** Starts nothing new and waits for what is under way, no longer than the deadline. */
    void stop() {
        scheduler.stop();
    }

    void wake(SourceId source) {
        wake(polls, source.value());
    }

    /** The same for many, at the cost of one. */
    void wakeAll(List<SourceId> sources) {
        wakeAll(polls, sources.stream().map(SourceId::value).toList());
    }

    void wakeAllArticles(List<ArticleId> ids) {
        wakeAll(articles, ids.stream().map(ArticleId::value).toList());
    }

    private void wakeAll(CustomTask<Void> task, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(id -> woken.add(TaskInstanceId.of(task.getName(), id)));
        Instant now = clock.instant();
        store.note(transaction -> transaction.tasks().wake(task.getName(), ids, now));
        scheduler.triggerCheckForDueExecutions();
    }

    void wakeHub(SourceId source) {
        wake(hubs, source.value());
    }

    void wake(ArticleId article) {
        wake(articles, article.value());
    }

    /**
     * One that is being worked on is woken when that is done. One that was taken or finished between the scheduler's look and its
     * change is looked at again; if it goes on like that, the sweep will wake it.
     */
    private void wake(CustomTask<Void> task, String id) {
        woken.add(TaskInstanceId.of(task.getName(), id));
        for (int i = 0; i < WAKING_TRIES; i++) {
            try {
                scheduler.schedule(task.instance(id), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
                return;
            } catch (TaskInstanceCurrentlyExecutingException e) {
                LOG.debug("{} is at work", id);
                return;
            } catch (ExecutionException | TaskInstanceNotFoundException e) {
                LOG.debug("{} moved on", id);
            }
        }
    }
}
