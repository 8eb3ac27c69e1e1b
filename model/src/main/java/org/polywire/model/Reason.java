package org.polywire.model;

/**
 * The stable names of why something was not fetched, not taken, not translated or taken down. A name never changes its
 * meaning; each has plain words that say what happened and what follows.
 */
public enum Reason {
    // The address
    ADDRESS_REFUSED("The address leads to a private network or is otherwise not allowed; it was not contacted.", false),
    ROBOTS_FORBIDDEN("The source's robots.txt does not allow us this page.", false),
    ROBOTS_UNREACHABLE("The source's robots.txt could not be read, so nothing may be fetched yet.", true),
    RIGHTS_RESERVED("The source reserves text and data mining; the article is left alone.", false),
    LICENCE_FORBIDS("The licence on the page does not allow a translation to be published.", false),
    TRANSLATION_REFUSED("The page asks not to be translated.", false),
    NOINDEX("The page asks not to be indexed or republished.", false),

    // The network and the server
    UNREACHABLE("The server could not be reached.", true),
    TIMEOUT("The server took too long.", true),
    TLS_FAILED("A secure connection could not be made.", true),
    SERVER_ERROR("The server reported an error of its own.", true),
    RATE_LIMITED("The server asked us to come back later.", true),
    NOT_FOUND("The server has no such page.", true),
    GONE("The page was taken away for good.", false),
    ACCESS_DENIED("The server does not let us in.", false),
    CLIENT_ERROR("The server rejected the request.", false),
    REDIRECT_LOOP("The address redirects too often.", false),
    TOO_LARGE("The answer is larger than allowed.", false),
    COMPRESSION_BOMB("The answer unpacks to far more than it was sent as.", false),
    PROTOCOL_ERROR("The server's answer is not valid HTTP.", true),

    // The content
    NOT_A_FEED("The address holds no feed.", false),
    NO_FEED_FOUND("No feed could be found for this site.", false),
    FEED_TOO_LARGE("The feed holds more than allowed.", false),
    NOT_HTML("The answer is not a web page.", false),
    EMPTY_PAGE("The page has no text.", false),
    NOT_AN_ARTICLE("The page is not a news article.", false),
    EXTRACTION_DOUBTFUL("The article could not be taken from the page with confidence.", false),
    INCOMPLETE(
            "The article goes on elsewhere, and that could not be read with it; a part of an article is not published.",
            false),
    STILL_LIVE("The page is a live report that still grows; it is taken when it has ended.", true),
    PAYWALLED("The source shows only a part of the article to the public.", false),
    MACHINE_TRANSLATED("The page says that it is itself a machine translation.", false),
    DUPLICATE("The same article is already known under another address.", false),
    OLD_NEWS("The article belongs to the source's past; its feed or page came up with it anew.", false),
    LANGUAGE_UNKNOWN("The language of the article could not be told.", false),

    // The editions
    ORIGINAL_NOT_CARRIED(
            "The article is already in the edition's language, and the edition carries no originals.", false),
    NO_ROUTE("No installed engine translates from the article's language into the edition's.", false),
    BELOW_FLOOR("The only engine for these languages is too weak for the edition.", false),
    ENGINE_FAILED("The translation engine failed.", true),
    ENGINE_PAUSED("The translation engine may not be used now: its budget is spent, or it failed too often.", true),
    ENGINE_TIMEOUT("The translation engine took too long.", true),
    ARTICLE_TOO_LONG(
            "The article is longer than what is translated at once, or than its translation service may be sent in a month;"
                    + " that limit must be raised, or another engine used.",
            false),
    TOO_LATE("No engine can translate the article while it is news.", false),
    SOURCE_WITHDREW("The source withdrew the article.", false),
    CORRECTION_HELD(
            "The source corrected the article, but its new translation is not published; the old one was taken down.",
            false),
    RETRACTED("The source took back what the article says.", false),
    TAKEN_DOWN("The operator took the article down.", false),

    // Ourselves
    INTERNAL_ERROR("Polywire made an error; the details are in its log.", true);

    private final String words;
    private final boolean passing;

    Reason(String words, boolean passing) {
        this.words = words;
        this.passing = passing;
    }

    /** What it means, in one English sentence for the operator. */
    public String words() {
        return words;
    }

    /** Whether it may pass by itself, so that another try makes sense. */
    public boolean passing() {
        return passing;
    }
}
