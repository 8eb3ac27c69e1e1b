package org.polywire.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.polywire.testkit.SyntheticMarian.Shape;

/** A loopback copy of Mozilla's catalogue of translation models, with small models of random weights. */
public final class ModelMirror {
    private static final int WORDS = 1000;

    /** Makes translations about as long as their sources, as an engine that never ends is refused. */
    private static final double LENGTH = 1;

    private static final int BLOCK = 1 << 17;
    private static final int MAGIC = 0xFD2FB528;

    private final LoopbackServer server;

    /**
     * @param server gets {@code /records.json} and what is under {@code /attachments/}
     */
    public ModelMirror(LoopbackServer server) {
        this.server = server;
    }

    /** Offers a model for each pair, and nothing else any more. */
    public void offer(String version, String... pairs) {
        List<String> records = new ArrayList<>();
        for (String pair : pairs) {
            String code = pair.replace("-", "");
            long seed = pair.hashCode();
            records.add(record(
                    pair,
                    version,
                    "model",
                    "model." + code + ".intgemm.alphas.bin",
                    SyntheticMarian.endingModel(Shape.MICRO, WORDS, LENGTH, seed)));
            records.add(record(
                    pair,
                    version,
                    "lex",
                    "lex.50.50." + code + ".s2t.bin",
                    SyntheticMarian.shortlist(WORDS, WORDS, seed)));
            records.add(
                    record(pair, version, "vocab", "vocab." + code + ".spm", SyntheticMarian.vocabulary(WORDS, seed)));
        }
        server.on("/records.json", Answers.ok("application/json", "{\"data\": [" + String.join(",", records) + "]}"));
    }

    private String record(String pair, String version, String kind, String name, byte[] plain) {
        byte[] packed = packed(plain);
        String location = version + "/" + name + ".zst";
        server.on("/attachments/" + location, Answers.ok("application/zstd", packed));
        String[] languages = pair.split("-");
        return String.format(
                Locale.ROOT,
                """
                {"name": "%s", "sourceLanguage": "%s", "targetLanguage": "%s", "architecture": "tiny", "version": "%s",
                 "fileType": "%s", "filter_expression": "", "decompressedHash": "%s", "decompressedSize": %d,
                 "attachment": {"hash": "%s", "size": %d, "filename": "%s", "location": "%s"}}""",
                name,
                languages[0],
                languages[1],
                version,
                kind,
                hash(plain),
                plain.length,
                hash(packed),
                packed.length,
                name,
                location);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** In the form of zstd (RFC 8878), as blocks that are not compressed. */
    private static byte[] packed(byte[] plain) {
        int blocks = Math.max(1, (plain.length + BLOCK - 1) / BLOCK);
        ByteBuffer out = ByteBuffer.allocate(6 + 3 * blocks + plain.length).order(ByteOrder.LITTLE_ENDIAN);
        // No size, no checksum; the window holds one block.
        out.putInt(MAGIC).put((byte) 0).put((byte) (7 << 3));
        for (int begin = 0; begin == 0 || begin < plain.length; begin += BLOCK) {
            int size = Math.min(BLOCK, plain.length - begin);
            int header = size << 3 | (begin + size == plain.length ? 1 : 0);
            out.put((byte) header).put((byte) (header >> 8)).put((byte) (header >> 16));
            out.put(plain, begin, size);
        }
        return out.array();
    }
}
