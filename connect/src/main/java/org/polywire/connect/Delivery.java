package org.polywire.connect;

import java.time.Duration;

/** What came of telling another system. */
public sealed interface Delivery {

    /** It knows, and nothing needs to be remembered. */
    record Done() implements Delivery {}

    /** It knows, and this stands for the article there. */
    record Kept(Counterpart counterpart) implements Delivery {}

    /**
     * It may work later; nothing else is told before.
     *
     * @param pause the least time that the other side asks for; zero if it asks for none
     */
    record Later(Obstacle obstacle, String detail, Duration pause) implements Delivery {}

    /** It does not want this article; what comes after it may be wanted. */
    record Refused(Obstacle obstacle, String detail) implements Delivery {}

    /** It wants nothing more. */
    record Ended(String detail) implements Delivery {}
}
