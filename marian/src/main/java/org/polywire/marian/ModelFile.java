package org.polywire.marian;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polywire.marian.BadModelException.Fault;

/**
 * A Marian model in its binary form, version 1: named tensors and the configuration of the training. Form: marian-dev,
 * {@code src/common/binary.cpp}; all numbers least significant byte first.
 */
final class ModelFile {
    /** The largest published model has 59.5 MB. */
    static final int MAX_BYTES = 256 << 20;

    /** Published models have about 300. */
    static final int MAX_TENSORS = 4096;

    static final int MAX_NAME = 256;
    static final int MAX_RANK = 4;

    private static final String WHAT = "model";
    private static final int VERSION = 1;
    private static final String CONFIGURATION = "special:model.yml";

    private final Map<String, Tensor> tensors;

    private ModelFile(Map<String, Tensor> tensors) {
        this.tensors = tensors;
    }

    private record Header(int name, long type, int rank, int length) {}

    /**
     * Reads what the file holds; copies nothing.
     *
     * @throws BadModelException if it is truncated, malformed or holds something else
     */
    static ModelFile read(byte[] bytes) throws BadModelException {
        if (bytes.length > MAX_BYTES) {
            throw new BadModelException(Fault.TOO_LARGE, WHAT + " of " + bytes.length + " bytes");
        }
        LittleEndian in = new LittleEndian(bytes, WHAT);
        long version = in.u64("version");
        if (version != VERSION) {
            throw new BadModelException(Fault.MALFORMED, WHAT + ": not Marian's binary form, version " + VERSION);
        }
        List<Header> headers = headers(in);
        List<String> names = names(in, bytes, headers);
        List<List<Integer>> shapes = shapes(in, headers);
        in.skip(in.count(in.remaining(), "padding"), "padding");
        return new ModelFile(tensors(in, bytes, headers, names, shapes));
    }

    private static List<Header> headers(LittleEndian in) throws BadModelException {
        int count = in.count(MAX_TENSORS, "number of tensors");
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int name = in.count(MAX_NAME, "length of a name");
            long type = in.u64("type");
            int rank = in.count(MAX_RANK, "rank");
            headers.add(new Header(name, type, rank, in.count(MAX_BYTES, "length of a tensor")));
        }
        return headers;
    }

    private static List<String> names(LittleEndian in, byte[] bytes, List<Header> headers) throws BadModelException {
        List<String> names = new ArrayList<>();
        for (Header header : headers) {
            int begin = in.skip(header.name(), "name");
            int end = begin + header.name() - 1;
            if (end < begin || bytes[end] != 0) {
                throw new BadModelException(Fault.MALFORMED, WHAT + ": a name does not end in a zero byte");
            }
            names.add(new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
        }
        return names;
    }

    private static List<List<Integer>> shapes(LittleEndian in, List<Header> headers) throws BadModelException {
        List<List<Integer>> shapes = new ArrayList<>();
        for (Header header : headers) {
            List<Integer> shape = new ArrayList<>();
            for (int i = 0; i < header.rank(); i++) {
                shape.add(in.i32("shape"));
            }
            shapes.add(shape);
        }
        return shapes;
    }

    private static Map<String, Tensor> tensors(
            LittleEndian in, byte[] bytes, List<Header> headers, List<String> names, List<List<Integer>> shapes)
            throws BadModelException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            int begin = in.skip(header.length(), names.get(i));
            Tensor tensor = new Tensor(names.get(i), header.type(), shapes.get(i), bytes, begin, header.length());
            tensor.check();
            if (tensors.put(tensor.name(), tensor) != null) {
                throw new BadModelException(Fault.INCONSISTENT, tensor.name() + " stands in the file twice");
            }
        }
        return tensors;
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    Tensor get(String name) throws BadModelException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new BadModelException(Fault.INCONSISTENT, WHAT + ": no " + name);
        }
        return tensor;
    }

    Configuration configuration() throws BadModelException {
        return Configuration.of(get(CONFIGURATION).text());
    }
}
