package org.polywire.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.polywire.app.ConfigurationReading.Problem;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A group of keys in a configuration file. It hands out the checked value of each key; whatever is wrong it adds to a list of
 * problems, and hands out the fallback, so that one reading finds everything that is wrong. Not for several threads.
 */
final class Section {
    private final String path;
    private final Node start;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<Problem> problems;

    /**
     * @param path the key that holds the group, empty for the whole file
     */
    Section(String path, MappingNode node, List<Problem> problems) {
        this.path = path;
        this.start = node;
        this.problems = problems;
        node.getValue().forEach(this::add);
    }

    private void add(NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a word)";
        List<String> known = ConfigurationKeys.inside(path);
        if (!known.contains(key)) {
            complain(entry.getKeyNode(), "unknown key \"" + key + "\"", suggestion(key, known));
        } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
            complain(entry.getKeyNode(), "\"" + key + "\" stands here a second time", "Remove one of the two");
        }
    }

    private static String suggestion(String key, List<String> known) {
        return Nearest.to(key, known)
                .map(near -> "Write \"" + near + "\"")
                .orElse("Keys known here: " + String.join(", ", known));
    }

    /** The value of a key that may be left out. */
    <T> T value(String key, T fallback, Form<T> form) {
        return optional(key, form).orElse(fallback);
    }

    /** The value of a key that must be there; {@code standIn} keeps the reading going if it is not. */
    <T> T required(String key, T standIn, Form<T> form) {
        if (!values.containsKey(key)) {
            missing(key, form.example());
        }
        return value(key, standIn, form);
    }

    <T> Optional<T> optional(String key, Form<T> form) {
        return Optional.ofNullable(values.get(key)).flatMap(node -> read(key, node, form));
    }

    <T> List<T> list(String key, Form<T> form) {
        List<T> list = new ArrayList<>();
        items(key, "Write a list: [" + form.example() + "]")
                .forEach(item -> read(key, item, form).ifPresent(list::add));
        return list;
    }

    /** The groups in a list of groups, each made into what the configuration holds. */
    <T> List<T> sections(String key, Function<Section, T> make) {
        List<T> list = new ArrayList<>();
        for (Node item : items(key, "Write a list; each item begins with \"- \"")) {
            if (item instanceof MappingNode mapping) {
                list.add(make.apply(new Section(inner(key), mapping, problems)));
            } else {
                complain(
                        item,
                        "an item of \"" + key + "\" must be a group of keys",
                        "Write it as: - " + first(key) + ": …");
            }
        }
        return list;
    }

    /** The group under a key; empty if it is left out. */
    Optional<Section> section(String key) {
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(inner(key), mapping, problems));
        }
        if (node != null) {
            complain(
                    node,
                    "\"" + key + "\" must be a group of keys",
                    "Write them indented below it, as \"" + first(key) + ": …\"");
        }
        return Optional.empty();
    }

    void missing(String key, String example) {
        complain(
                start,
                "the key \"" + key + "\" is missing" + (path.isEmpty() ? "" : " in this item of \"" + path + "\""),
                "Add a line such as \"" + key + ": " + example + "\"");
    }

    /** Complains about a value that is fine by itself but not beside the others. */
    void reject(String key, String what, String fix) {
        problems.add(problem(key, what, fix));
    }

    /** What would be complained about. */
    Problem problem(String key, String what, String fix) {
        return problem(values.getOrDefault(key, start), what, fix);
    }

    private List<Node> items(String key, String fix) {
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            complain(node, "\"" + key + "\" must be a list", fix);
        }
        return List.of();
    }

    private <T> Optional<T> read(String key, Node node, Form<T> form) {
        String fix = "Write " + form.what() + ", such as \"" + key + ": " + form.example() + "\"";
        if (!(node instanceof ScalarNode scalar)) {
            complain(node, "\"" + key + "\" must be a single value", fix);
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            complain(node, "\"" + key + "\" has no value", fix);
            return Optional.empty();
        }
        Optional<T> value = form.parse(scalar.getValue().strip());
        if (value.isEmpty()) {
            complain(node, "\"" + scalar.getValue() + "\" is not " + form.what(), fix);
        }
        return value;
    }

    private String inner(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String first(String key) {
        return ConfigurationKeys.inside(inner(key)).getFirst();
    }

    private void complain(Node node, String what, String fix) {
        problems.add(problem(node, what, fix));
    }

    private static Problem problem(Node node, String what, String fix) {
        return new Problem(Marks.line(node.getStartMark()), Marks.column(node.getStartMark()), what, fix);
    }
}
