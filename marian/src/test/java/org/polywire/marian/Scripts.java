package org.polywire.marian;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up text in more than twenty scripts, clean and dirty. */
final class Scripts {
    private static final int WORDS_PER_SCRIPT = 60;

    /** First and last letter of a stretch in each script. */
    private static final int[][] LETTERS = {
        {'a', 'z'}, {0xE0, 0xFF}, {0x3B1, 0x3C9}, {0x430, 0x44F}, {0x561, 0x587}, {0x5D0, 0x5EA},
        {0x627, 0x64A}, {0x710, 0x72C}, {0x905, 0x939}, {0x985, 0x9B9}, {0xA05, 0xA39}, {0xA85, 0xAB9},
        {0xB85, 0xBB9}, {0xC05, 0xC39}, {0xC85, 0xCB9}, {0xD05, 0xD39}, {0xE01, 0xE2E}, {0x10D0, 0x10F0},
        {0x1200, 0x1248}, {0x1780, 0x17A2}, {0x3041, 0x3093}, {0x30A1, 0x30F6}, {0x4E00, 0x4E60}, {0xAC00, 0xAC60},
    };

    /** What real text holds besides letters, and what it should not hold. */
    private static final String[] DIRT = {
        " ",
        "  ",
        "\t",
        "\u00A0",
        "\u3000",
        "\u200B",
        "\u200D",
        "\u00AD",
        "\uFEFF",
        "\uFFFD",
        "\u0301",
        "\u093F",
        "\u064B",
        "\uFB01",
        "\uFF21",
        "\u2460",
        "\uFDFA",
        "\u1E9E",
        "\u0130",
        "e\u0301",
        "\uD83D\uDE00",
        "\uD83D\uDC68\u200D\uD83D\uDC69",
        "\uD840\uDC00",
        "\u2581",
        "<unk>",
        "</s>",
        "<s>",
        "__source__",
        "__done__",
        "<0x41>",
        "\u202E",
        "\u2026",
        "\u201C",
        "\u2019",
        "1,234.5",
        "%",
        "\u0000",
        "\u0001",
        "\u007F",
        "\u2028",
    };

    private final List<List<String>> words;

    Scripts(Random random) {
        words = IntStream.range(0, LETTERS.length)
                .mapToObj(script -> words(random, LETTERS[script]))
                .toList();
    }

    private static List<String> words(Random random, int[] letters) {
        return IntStream.range(0, WORDS_PER_SCRIPT)
                .mapToObj(i -> word(random, letters))
                .toList();
    }

    private static String word(Random random, int[] letters) {
        return random.ints(1 + random.nextInt(8), letters[0], letters[1] + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A line of words of one script. */
    String clean(Random random) {
        List<String> mine = words.get(random.nextInt(words.size()));
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> mine.get(random.nextInt(mine.size())))
                .collect(Collectors.joining(" "));
    }

    /** A line of words of any script and of dirt. */
    String dirty(Random random) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            parts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> DIRT[random.nextInt(DIRT.length)];
                        case 1 -> word(random, LETTERS[random.nextInt(LETTERS.length)]);
                        case 2 -> anyCharacter(random);
                        default -> clean(random);
                    });
        }
        return String.join(random.nextBoolean() ? "" : " ", parts);
    }

    private static String anyCharacter(Random random) {
        int code = random.nextInt(0x30000);
        boolean unfit = code == '\n' || code == '\r' || code >= 0xD800 && code < 0xE000;
        return unfit ? "?" : Character.toString(code);
    }

    List<String> lines(Random random, int clean, int dirty) {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, clean).forEach(i -> lines.add(clean(random)));
        IntStream.range(0, dirty).forEach(i -> lines.add(dirty(random)));
        return lines;
    }
}
