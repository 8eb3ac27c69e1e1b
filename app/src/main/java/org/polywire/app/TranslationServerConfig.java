package org.polywire.app;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * What the translation server gives to whom.
 *
 * @param bind the name or number of the network interface that it listens on
 * @param port 0 to take any that is free
 * @param keys one of which a request must show, unless there are none
 * @param perMinute requests of one key, or of one address where no keys are wanted; 0 for any number
 * @param characters of one request, over all its texts
 * @param texts of one request
 * @param open whether pages of any site may ask through the browsers of their readers (CORS); always so where keys are wanted
 */
record TranslationServerConfig(
        String bind, int port, ApiKeys keys, int perMinute, int characters, int texts, boolean open) {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_TEXTS = 10_000;

    /**
     * @throws CannotGoOn if a limit makes no sense
     */
    TranslationServerConfig {
        between("--port", port, 0, 65_535);
        between("--per-minute", perMinute, 0, 1_000_000);
        between("--characters", characters, 1, MOST_CHARACTERS);
        between("--texts", texts, 1, MOST_TEXTS);
    }

    private static void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new CannotGoOn(Exit.USAGE, option + " is from " + least + " to " + most + ", not " + value + ".");
        }
    }

    /** Whether web pages may ask. */
    boolean pages() {
        return open || keys.areWanted();
    }

    /**
     * Whether others than this machine can reach the server.
     *
     * @throws CannotGoOn if there is no such interface
     */
    boolean isPublic() {
        try {
            return !InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new CannotGoOn(Exit.USAGE, "There is no network interface " + bind + ". Write localhost or 0.0.0.0.");
        }
    }
}
