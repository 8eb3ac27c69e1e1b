package org.polywire.translate;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;

/**
 * A translation service on the web, as the operator configures it.
 *
 * @param name as shown to readers
 * @param address where its interface begins, without the paths that the protocol adds
 * @param key {@link Secret#NONE} if it wants none
 * @param model of a language model; of Google's third version the project; of Azure the region; else empty
 * @param pairs that it is used for, with what its translations are good for, as the operator declares
 * @param price of a million characters, in the operator's money
 * @param budget characters that may be sent in a month; 0 for no limit
 * @param perMinute requests that may be sent in a minute; 0 for no limit
 * @param timeout for one request
 * @param parallel requests side by side
 */
public record WebEngineConfig(
        Kind kind,
        String name,
        URI address,
        Secret key,
        String model,
        List<Pair> pairs,
        double price,
        long budget,
        int perMinute,
        Duration timeout,
        int parallel) {

    /** The protocol that a service speaks. */
    public enum Kind {
        LIBRETRANSLATE,
        DEEPL,
        GOOGLE_V2,
        GOOGLE_V3,
        AZURE_V3,
        /** OpenAI's chat completions, as spoken by Ollama, vLLM, llama.cpp and others. */
        OPENAI
    }

    public record Pair(LanguageTag from, LanguageTag to, Fitness fitness) {}

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @throws IllegalArgumentException if a limit is impossible, or the address is not on the web
     */
    public WebEngineConfig {
        pairs = List.copyOf(pairs);
        boolean secure = "https".equals(address.getScheme());
        if (address.getHost() == null || !secure && !"http".equals(address.getScheme())) {
            throw new IllegalArgumentException("not a web address: " + address);
        }
        if (!secure && !key.isEmpty() && !LOOPBACK.contains(address.getHost())) {
            throw new IllegalArgumentException("a key is only sent over https: " + address);
        }
        if (price < 0 || budget < 0 || perMinute < 0 || !timeout.isPositive() || parallel < 1) {
            throw new IllegalArgumentException("price, budget and limits of " + name);
        }
    }

    /** Whether the text stays on this machine. */
    boolean local() {
        return LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
    }
}
