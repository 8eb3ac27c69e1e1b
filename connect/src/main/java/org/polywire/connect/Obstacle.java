package org.polywire.connect;

/** The stable names of what can keep a connector from delivering. */
public enum Obstacle {
    UNREACHABLE("The other system could not be reached, or it is not known whether it understood."),
    BUSY("The other system asked us to come back later."),
    SERVER_ERROR("The other system reported an error of its own."),
    NOT_AUTHORISED("The other system does not let us in; check the user and the secret."),
    NOT_THERE("There is nothing at the connector's address; check it."),
    REFUSED("The other system does not take this article."),
    MARK_LOST("The other system dropped the notice that says what the text is, so the article is not shown there."),
    NOT_UNDERSTOOD("The other system's answer makes no sense; perhaps another system answers at this address."),
    ENDED("The other system wants nothing more (410); ask it to be told again with: connectors replay."),
    NO_SECRET("The connector's secret could not be read.");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    /** What it means and what to do, in one English sentence for the operator. */
    public String words() {
        return words;
    }
}
