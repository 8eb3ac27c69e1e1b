package org.polywire.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.polywire.model.Edition;

/**
 * How a newsroom is set up.
 *
 * @param data the folder that holds its memory; one newsroom at a time works on a folder
 * @param editions each language once; a newsroom without any only sights
 * @param workers how many sources and articles are worked on at once, 1 to 256; most of the time each waits for a server
 */
public record NewsroomConfig(Path data, List<Edition> editions, Rhythm rhythm, int workers) {
    public static final int DEFAULT_WORKERS = 24;

    public NewsroomConfig {
        editions = List.copyOf(editions);
        if (editions.stream().map(Edition::language).distinct().count() < editions.size()) {
            throw new IllegalArgumentException("two editions in one language");
        }
        if (workers < 1 || workers > 256) {
            throw new IllegalArgumentException("workers: " + workers);
        }
    }
}
