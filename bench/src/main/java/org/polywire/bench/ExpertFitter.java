package org.polywire.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.polywire.check.Expert;
import org.polywire.check.Expert.Term;
import org.polywire.check.Signal;

/**
 * Fits an expert: logistic regression with weights that are not negative, by Adam (Kingma and Ba 2015) over all samples at
 * once. Deterministic.
 */
final class ExpertFitter {
    private static final int ROUNDS = 1_200;
    private static final double STEP = 0.03;
    private static final double PENALTY = 2e-4;

    /** The share of planted faults that is enough; beyond it false alarms are not worth more. */
    private static final double ENOUGH = 0.985;

    /** Weight of sound sentences beside faulty ones. */
    private static final double SOUND = 3;

    private final FaultKind kind;
    private final List<Term> columns = new ArrayList<>();

    ExpertFitter(FaultKind kind) {
        this.kind = kind;
        for (Signal signal : kind.signals()) {
            for (double level : FaultKind.levels(signal)) {
                columns.add(new Term(signal, level, 0));
            }
        }
    }

    /** One expert from the signals of sound sentences and of faulty ones. */
    Expert fit(List<Map<Signal, Double>> sound, List<Map<Signal, Double>> faulty) {
        boolean[][] rows = new boolean[sound.size() + faulty.size()][];
        double[] weights = new double[rows.length];
        double[] wanted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            boolean isSound = i < sound.size();
            rows[i] = row(isSound ? sound.get(i) : faulty.get(i - sound.size()));
            weights[i] = (isSound ? SOUND / sound.size() : 1.0 / faulty.size()) / (SOUND + 1);
            wanted[i] = isSound ? 0 : 1;
        }
        double[] fitted = descend(rows, weights, wanted);
        return placed(fitted, sound, faulty);
    }

    private boolean[] row(Map<Signal, Double> signals) {
        boolean[] row = new boolean[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = signals.getOrDefault(columns.get(i).signal(), 0.0)
                    >= columns.get(i).level();
        }
        return row;
    }

    /** The weights of the columns, and at the end the bias. */
    private double[] descend(boolean[][] rows, double[] weights, double[] wanted) {
        int size = columns.size();
        double[] fitted = new double[size + 1];
        fitted[size] = -2;
        double[] first = new double[size + 1];
        double[] second = new double[size + 1];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] gradient = gradient(fitted, rows, weights, wanted);
            for (int j = 0; j <= size; j++) {
                first[j] = 0.9 * first[j] + 0.1 * gradient[j];
                second[j] = 0.999 * second[j] + 0.001 * gradient[j] * gradient[j];
                double step = first[j] / (1 - Math.pow(0.9, round));
                double scale = Math.sqrt(second[j] / (1 - Math.pow(0.999, round))) + 1e-9;
                fitted[j] -= STEP * step / scale;
                fitted[j] = j < size ? Math.max(0, fitted[j]) : fitted[j];
            }
        }
        return fitted;
    }

    private double[] gradient(double[] fitted, boolean[][] rows, double[] weights, double[] wanted) {
        int size = columns.size();
        double[] gradient = new double[size + 1];
        for (int i = 0; i < rows.length; i++) {
            double logit = fitted[size];
            for (int j = 0; j < size; j++) {
                logit += rows[i][j] ? fitted[j] : 0;
            }
            double wrong = (1 / (1 + Math.exp(-logit)) - wanted[i]) * weights[i];
            for (int j = 0; j < size; j++) {
                gradient[j] += rows[i][j] ? wrong : 0;
            }
            gradient[size] += wrong;
        }
        for (int j = 0; j < size; j++) {
            gradient[j] += PENALTY * fitted[j];
        }
        return gradient;
    }

    /** Shifts the bias so that one half is where the expert must speak. */
    private Expert placed(double[] fitted, List<Map<Signal, Double>> sound, List<Map<Signal, Double>> faulty) {
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            if (fitted[j] >= 0.05) {
                double weight = Math.round(fitted[j] * 100) / 100.0;
                terms.add(new Term(columns.get(j).signal(), columns.get(j).level(), weight));
            }
        }
        Expert raw = new Expert(kind.name(), kind.code(), 0, terms);
        double[] alarms = logits(raw, sound);
        double[] hits = logits(raw, faulty);
        double threshold = threshold(alarms, hits);
        return new Expert(kind.name(), kind.code(), -Math.round(threshold * 100) / 100.0, terms);
    }

    /**
     * The least logit at which no more than the budget's share of sound sentences are suspected; higher if enough faults are
     * caught there. Many sentences share a logit, so it lies between two that occur.
     */
    private double threshold(double[] alarms, double[] hits) {
        int allowed = (int) (kind.budget() * alarms.length);
        double least = alarms[alarms.length - 1 - allowed];
        double enough = hits[(int) ((1 - ENOUGH) * hits.length)];
        double above = least;
        for (double logit : alarms) {
            if (logit > least + 1e-6) {
                above = logit;
                break;
            }
        }
        double lowest = above > least ? (least + above) / 2 : (least + hits[hits.length - 1]) / 2;
        return Math.max(lowest, enough - 0.05);
    }

    private static double[] logits(Expert expert, List<Map<Signal, Double>> samples) {
        return samples.stream()
                .mapToDouble(expert::probability)
                .map(probability -> Math.log(probability / (1 - probability)))
                .sorted()
                .toArray();
    }

    static String line(Expert expert) {
        String terms = expert.terms().stream()
                .map(term -> String.format(
                        Locale.ROOT, "%s>=%s:%s", term.signal(), plain(term.level()), plain(term.weight())))
                .collect(Collectors.joining(" "));
        return String.join(
                " ",
                Arrays.asList(expert.name(), expert.code().name(), plain(expert.bias()), terms).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
