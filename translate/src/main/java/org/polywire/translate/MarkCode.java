package org.polywire.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.polywire.translate.AlignedSentence.Link;
import org.polywire.translate.Passage.Run;

/** How a sentence with marks is written for a service that takes a single string, and read again from what it makes of it. */
enum MarkCode {
    /** {@code <span id="m1">word</span>}; what is fixed has {@code translate="no"}. Attributes cost money, so there is but one. */
    HTML {
        @Override
        String plain(List<Run> runs) {
            return escaped(Passage.text(runs));
        }

        @Override
        String element(int number, Run run) {
            return run.kept()
                    ? "<span id=\"m" + number + "\" class=\"notranslate\" translate=\"no\">" + escaped(run.fixed())
                            + "</span>"
                    : "<span id=\"m" + number + "\">" + escaped(run.text()) + "</span>";
        }

        @Override
        Reading read(String answer, List<Run> runs) {
            Reading reading = new Reading(runs);
            readNodes(Jsoup.parseBodyFragment(answer).body(), 0, reading);
            return reading;
        }
    },
    /** {@code ⟦1⟧word⟦/1⟧}; what is fixed is {@code ⟦1/⟧}. */
    BRACKETS {
        @Override
        String plain(List<Run> runs) {
            return bare(Passage.text(runs));
        }

        @Override
        String element(int number, Run run) {
            return run.kept() ? "⟦" + number + "/⟧" : "⟦" + number + "⟧" + bare(run.text()) + "⟦/" + number + "⟧";
        }

        @Override
        Reading read(String answer, List<Run> runs) {
            Reading reading = new Reading(runs);
            Deque<Integer> open = new ArrayDeque<>();
            Matcher bracket = BRACKET.matcher(answer);
            int end = 0;
            while (bracket.find()) {
                reading.text(answer.substring(end, bracket.start()), open.isEmpty() ? 0 : open.peek());
                end = bracket.end();
                bracket(bracket, open, reading);
            }
            reading.text(answer.substring(end), open.isEmpty() ? 0 : open.peek());
            if (!open.isEmpty()) {
                reading.fault("a bracket stays open");
            }
            return reading;
        }
    };

    private static final Pattern BRACKET = Pattern.compile("⟦(/?)(\\d{1,4})(/?)⟧");

    /** How a run without marks is written. */
    abstract String plain(List<Run> runs);

    abstract String element(int number, Run run);

    abstract Reading read(String answer, List<Run> runs);

    /** The sentence with its marks; each marked or fixed run gets a number of its own, its place among the runs. */
    String write(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean element = (run.mark() > 0 || run.kept()) && !run.text().isBlank();
            text.append(element ? element(i + 1, run) : plain(List.of(run)));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The brackets of the protocol do not occur in news; where they do they must not be taken for ours. */
    private static String bare(String text) {
        return text.replace('⟦', '[').replace('⟧', ']');
    }

    private static void bracket(Matcher bracket, Deque<Integer> open, Reading reading) {
        int number = Integer.parseInt(bracket.group(2));
        boolean closing = !bracket.group(1).isEmpty();
        boolean single = !bracket.group(3).isEmpty();
        if (single && !closing) {
            reading.fixed(number);
        } else if (!closing) {
            open.push(number);
            reading.seen(number);
        } else if (!open.isEmpty() && open.peek() == number) {
            open.pop();
        } else {
            reading.fault("bracket " + number + " is closed and was not open");
        }
    }

    private static void readNodes(Element parent, int mark, Reading reading) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                reading.text(text.getWholeText(), mark);
            } else if (node instanceof Element element) {
                int number = number(element);
                if (number == 0) {
                    reading.fault("there is an element that was not sent: " + element.normalName());
                } else if (reading.isFixed(number)) {
                    reading.fixed(number);
                } else {
                    reading.seen(number);
                    readNodes(element, number, reading);
                }
            }
        }
    }

    private static int number(Element element) {
        return element.normalName().equals("span") && element.id().matches("m\\d{1,4}")
                ? Integer.parseInt(element.id().substring(1))
                : 0;
    }

    /** A translation as it is read, with what is wrong with it. Not safe to share between threads. */
    static final class Reading {
        private final List<Run> runs;
        private final StringBuilder text = new StringBuilder();
        private final List<Link> links = new ArrayList<>();
        private final Map<Integer, Integer> seen = new HashMap<>();
        private final List<String> faults = new ArrayList<>();

        Reading(List<Run> runs) {
            this.runs = List.copyOf(runs);
        }

        void fault(String words) {
            faults.add(words);
        }

        boolean isFixed(int number) {
            return number <= runs.size() && runs.get(number - 1).kept();
        }

        void seen(int number) {
            seen.merge(number, 1, Integer::sum);
        }

        void fixed(int number) {
            seen(number);
            if (isFixed(number)) {
                text(runs.get(number - 1).fixed(), number);
            }
        }

        /** Text inside an element, or outside of all for 0: then it comes from the text that has none. */
        void text(String words, int number) {
            int start = text.length();
            text.append(words.replaceAll("\\p{Cntrl}+", " "));
            int run = number > 0 ? number - 1 : unmarked();
            if (text.length() > start && run >= 0 && run < runs.size()) {
                int from = runs.subList(0, run).stream()
                        .mapToInt(one -> one.text().length())
                        .sum();
                links.add(new Link(
                        start, text.length(), from, from + runs.get(run).text().length()));
            }
        }

        private int unmarked() {
            for (int i = 0; i < runs.size(); i++) {
                if (runs.get(i).mark() == 0 && !runs.get(i).kept()) {
                    return i;
                }
            }
            return -1;
        }

        AlignedSentence sentence() {
            return new AlignedSentence(text.toString(), links);
        }

        /** What is wrong: an element that is gone, is there too often, or was never sent. */
        Optional<String> fault() {
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                boolean sent = (run.mark() > 0 || run.kept()) && !run.text().isBlank();
                int times = seen.getOrDefault(i + 1, 0);
                if (sent ? times == 0 || run.kept() && times > 1 : times > 0) {
                    faults.add("element " + (i + 1) + " is there " + times + " times");
                }
            }
            seen.keySet().stream()
                    .filter(number -> number < 1 || number > runs.size())
                    .forEach(number -> faults.add("element " + number + " was never sent"));
            return faults.stream().findFirst();
        }
    }
}
