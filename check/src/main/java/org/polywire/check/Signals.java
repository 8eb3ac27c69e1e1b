package org.polywire.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;

/** Measures sentences beside their originals. Safe to share between threads. */
public final class Signals {
    private final Guesses guesses;
    private final Map<String, Lexicon> learned;
    private final Map<String, Lexicon> complete = new ConcurrentHashMap<>();
    private final Tongues tongues;
    private final Negations negations;
    private final LengthModel lengths;
    private final Likeness likeness = Likeness.load();
    private final Concord concord = Concord.load();
    private final Calendars calendars;

    public Signals(LanguageIdentifier identifier) {
        this(identifier, new Calendars());
    }

    Signals(LanguageIdentifier identifier, Calendars calendars) {
        this(
                identifier,
                Tongues.ALL.stream().collect(Collectors.toMap(language -> language, Lexicon::load)),
                calendars);
    }

    /**
     * @param lexica by language, as learned
     */
    public Signals(LanguageIdentifier identifier, Map<String, Lexicon> lexica) {
        this(identifier, lexica, new Calendars());
    }

    private Signals(LanguageIdentifier identifier, Map<String, Lexicon> lexica, Calendars calendars) {
        this.calendars = calendars;
        this.guesses = new Guesses(identifier);
        this.learned = Map.copyOf(lexica);
        this.tongues = Tongues.of(lexica);
        this.negations = Negations.load(likeness);
        this.lengths = LengthModel.load();
    }

    private Lexicon lexicon(String language) {
        Lexicon known = complete.get(language);
        if (known != null) {
            return known;
        }
        Lexicon bridge = language.equals("en") ? null : lexicon("en");
        return complete.computeIfAbsent(language, any -> {
            Lexicon made = learned.getOrDefault(language, Lexicon.EMPTY).completed(language);
            return made.beside(bridge == null ? made : bridge);
        });
    }

    /** Whether a language's lexicon has a word, or one that begins like it. */
    boolean knows(String word, String language) {
        return Stems.of(word, language).stream()
                .anyMatch(stem -> lexicon(language).get(stem.key()) != null);
    }

    /** Whether a word is unknown to a language's lexicon, or known there as a name. */
    boolean mayBeName(String word, String language) {
        return Stems.of(word, language).stream().allMatch(stem -> {
            Lexicon.Entry entry = lexicon(language).get(stem.key());
            return entry == null || Nameness.isMostlyName(entry);
        });
    }

    /** Whether the lexica have one English word for two words. */
    boolean haveOneMeaning(String one, String from, String other, String to) {
        Set<String> meanings = english(one, from).collect(Collectors.toSet());
        return english(other, to).anyMatch(meanings::contains);
    }

    /** Whether a word is known as a name that English writes as it stands, so that it stands for itself alone; what it stood beside may have its meaning, too. */
    boolean isNameOfItsOwn(String word, String language) {
        return Stems.of(word, language).stream().anyMatch(stem -> {
            Lexicon.Entry entry = lexicon(language).get(stem.key());
            return !Nameness.isBody(stem.key())
                    && entry != null
                    && Nameness.isMostlyName(entry)
                    && entry.english().contains(stem.key());
        });
    }

    private Stream<String> english(String word, String language) {
        return Stems.of(word, language).stream()
                .map(stem -> lexicon(language).get(stem.key()))
                .filter(Objects::nonNull)
                .flatMap(entry -> entry.english().stream());
    }

    /** How much more words must speak for a language where nothing else is asked: close languages share a good half of theirs. */
    private static final double SURELY = 1.5;

    /** Whether the common words of some texts are surely a language's, so that nobody need be asked. */
    boolean areSurely(List<Text> texts, String language) {
        int[] having = texts.stream()
                .flatMapToInt(text -> Arrays.stream(text.tongues(tongues)))
                .limit(Stems.MOST_WORDS)
                .toArray();
        return Tongues.isIn(having, language, SURELY);
    }

    /** What language a text may be in, the likeliest first. */
    List<Guess> guesses(String text) {
        return guesses.of(text);
    }

    /** All signals above 0 of a sentence that stands alone. */
    public Map<Signal, Double> of(
            String from, String to, String source, String target, List<String> unknown, List<String> faults) {
        SentencePair pair = new SentencePair(Place.BODY, source, target, unknown, faults);
        return of(from, to, List.of(pair)).getFirst();
    }

    /** All signals above 0 of each sentence of an article. */
    public List<Map<Signal, Double>> of(String from, String to, List<SentencePair> sentences) {
        Languages languages = languages(from, to);
        List<Sentence> read =
                sentences.stream().map(pair -> Sentence.of(languages, pair)).toList();
        return of(names(languages, read.stream().map(Sentence::texts).toList()), read).stream()
                .map(Measured::signals)
                .toList();
    }

    /** The same beside the names of the article, and the names of each sentence. */
    List<Measured> of(ArticleNames names, List<Sentence> sentences) {
        List<Measured> measured =
                sentences.stream().map(sentence -> measure(names, sentence)).toList();
        return measured.stream().map(sentence -> sentence.beside(measured)).toList();
    }

    private Languages languages(String from, String to) {
        return Languages.of(from, to, lexicon(from), lexicon(to), lexicon("en"));
    }

    /** Reads the names of texts of an article. */
    ArticleNames names(Comparison comparison) {
        Languages languages = languages(
                comparison.original().language().language(),
                comparison.translation().article().language().language());
        List<TextPair> texts =
                comparison.units().stream().flatMap(UnitPair::texts).toList();
        return names(languages, texts);
    }

    private ArticleNames names(Languages languages, List<TextPair> texts) {
        return new ArticleNames(languages, Setting.of(languages, texts), calendars);
    }

    private Measured measure(ArticleNames names, Sentence sentence) {
        Languages languages = names.languages();
        String to = languages.to();
        TextPair texts = sentence.texts();
        String source = texts.source().written();
        String target = texts.target().written();
        Map<Signal, Double> signals = new EnumMap<>(Signal.class);
        Alignment alignment = Alignment.of(languages, texts);
        words(signals, alignment);
        length(signals, languages, source, target);
        numbers(signals, texts);
        negation(signals, languages, texts, alignment);
        ending(signals, source, target, to);
        repeated(signals, languages, alignment);
        copied(
                signals,
                languages,
                Addresses.outside(alignment.source(), Stem::start, source),
                Addresses.outside(alignment.target(), Stem::start, target));
        quotes(signals, source, target);
        put(signals, Signal.CALENDAR, calendars.exchange(texts).count());
        put(signals, Signal.QUANTITY, texts.currencies().count());
        put(signals, Signal.FOREIGN, foreign(languages, texts.target()));
        foreignThroughout(signals, languages, texts.source());
        int words = Math.max(1, alignment.source().size());
        put(signals, Signal.UNKNOWN, (double) small(sentence.pair().unknown()) / words);
        put(signals, Signal.FAULTY, (double) sentence.pair().faults().size() / words);
        return new Measured(signals, NameSigns.of(languages, alignment, names.setting(), calendars));
    }

    private static long small(List<String> words) {
        return words.stream()
                .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
                .count();
    }

    private static void put(Map<Signal, Double> signals, Signal signal, double value) {
        if (value > 0) {
            signals.put(signal, value);
        }
    }

    private static void words(Map<Signal, Double> signals, Alignment alignment) {
        put(signals, Signal.UNRELATED, 10 - alignment.total());
        put(signals, Signal.RELATED, alignment.together());
        put(signals, Signal.OMITTED, Alignment.worstRun(alignment.sourceEvidence()));
        put(signals, Signal.CUT, Alignment.worstTail(alignment.sourceEvidence()));
        put(signals, Signal.ADDED, Alignment.worstRun(alignment.targetEvidence()));
    }

    private void length(Map<Signal, Double> signals, Languages languages, String source, String target) {
        double deviation = lengths.deviation(languages.from(), languages.to(), source.length(), target.length());
        put(signals, Signal.SHORT, -deviation);
        put(signals, Signal.LONG, deviation);
    }

    private static void numbers(Map<Signal, Double> signals, TextPair texts) {
        Numbers.Difference difference = texts.numbers();
        long lost = Numbers.digits(difference.missing());
        long added = Numbers.digits(difference.added());
        put(signals, Signal.NUMBER_EXCHANGED, Math.min(lost, added));
        put(signals, Signal.NUMBER_LOST, lost - Math.min(lost, added));
        put(signals, Signal.NUMBER_ADDED, added - Math.min(lost, added));
        long words = difference.missing().size() + difference.added().size() - lost - added;
        put(signals, Signal.NUMBER_WORD, words);
    }

    /** The signals of a sentence, and its names. */
    record Measured(Map<Signal, Double> signals, NameSigns names) {

        /** All signals, beside the other sentences of the article. */
        Measured beside(List<Measured> others) {
            NameSigns here = names.beside(others.stream().map(Measured::names).toList());
            Map<Signal, Double> all = new EnumMap<>(Signal.class);
            all.putAll(signals);
            double gone = here.gone();
            double come = here.come();
            put(all, Signal.NAME_EXCHANGED, Math.min(gone, come));
            put(all, Signal.NAME_LOST, gone);
            put(all, Signal.NAME_ADDED, come);
            put(all, Signal.NAME_SLOT, here.slots());
            return new Measured(all, here);
        }
    }

    private void negation(Map<Signal, Double> signals, Languages languages, TextPair texts, Alignment alignment) {
        Text source = texts.source();
        Text target = texts.target();
        if (alignment.source().isEmpty()
                || alignment.target().isEmpty()
                || !negations.know(source.language())
                || !negations.know(target.language())) {
            return;
        }
        NegationSigns.Side before = side(source, languages.source(), alignment.partners(), alignment.sourceEvidence());
        NegationSigns.Side after =
                side(target, languages.target(), alignment.targetPartners(), alignment.targetEvidence());
        NegationSigns lost = NegationSigns.of(before, after);
        NegationSigns added = NegationSigns.of(after, before);
        put(signals, Signal.NEGATION_LOST, weight(lost));
        put(signals, Signal.NEGATION_BARE, lost.anchors());
        put(signals, Signal.NEGATION_ADDED, weight(added));
        put(signals, Signal.NEGATION_STRANGE, added.anchors());
        put(signals, Signal.NEGATION_LITERAL, Math.max(lost.literal(), added.literal()));
        put(signals, Signal.NEGATION_OPEN, Math.max(lost.open(), added.open()));
        put(signals, Signal.NEGATION_GONE, lost.bare());
        put(signals, Signal.NEGATION_COME, added.bare());
        put(signals, Signal.NEGATION_BROKEN, broken(source, target) ? 1 : 0);
    }

    private NegationSigns.Side side(Text text, Lexicon lexicon, int[] partners, double[] evidence) {
        return new NegationSigns.Side(
                text.stems(),
                partners,
                evidence,
                shares(text.entries(lexicon)),
                negations.clear(text),
                once(() -> negations.idle(text)),
                once(() -> negations.veiled(text)));
    }

    /** The share of sentences that have each of some words, 0 where that is not known. */
    private static double[] shares(List<Lexicon.@Nullable Entry> words) {
        double[] shares = new double[words.size()];
        for (int i = 0; i < shares.length; i++) {
            Lexicon.Entry word = words.get(i);
            shares[i] = word == null ? 0 : word.share();
        }
        return shares;
    }

    /** What is made when it is first asked for, by one thread. */
    private static <T> Supplier<T> once(Supplier<T> maker) {
        return new Supplier<>() {
            private @Nullable T made;

            @Override
            public T get() {
                T known = made == null ? maker.get() : made;
                made = known;
                return known;
            }
        };
    }

    /** 3 if the other text denies nothing, 2 if it denies less often. */
    private static double weight(NegationSigns signs) {
        return signs.lost() == 0 ? 0 : signs.alone() ? 3 : 2;
    }

    /** Whether a denial stands alone in the translation that may not; a title that has one in the original has it in both. */
    private boolean broken(Text source, Text target) {
        return isBroken(target) && !isBroken(source);
    }

    private boolean isBroken(Text text) {
        String lower = text.lower();
        String language = text.language();
        return concord.isHalved(lower, language)
                || (concord.mayBeBroken(lower, language) && concord.isBroken(text.quiet(negations), language));
    }

    private static void ending(Map<Signal, Double> signals, String source, String target, String to) {
        put(signals, Signal.END, Endings.isStopLost(source, target, to) ? 1 : 0);
        put(signals, Signal.QUESTION, Endings.asks(source) != Endings.asks(target) ? 1 : 0);
        long sentences = Endings.within(source) - Endings.within(target);
        put(signals, Signal.SENTENCES_LOST, sentences);
        put(signals, Signal.SENTENCES_ADDED, -sentences);
    }

    private static void repeated(Map<Signal, Double> signals, Languages languages, Alignment alignment) {
        put(signals, Signal.REPEATED, Runs.again(alignment, languages));
    }

    private static void copied(Map<Signal, Double> signals, Languages languages, List<Stem> source, List<Stem> target) {
        Set<String> words = source.stream().map(Stem::text).collect(Collectors.toSet());
        List<Stem> small = target.stream()
                .filter(word -> !Character.isUpperCase(word.text().codePointAt(0)))
                .toList();
        long copied = small.stream().filter(word -> words.contains(word.text())).count();
        put(signals, Signal.COPIED, small.size() < 3 ? 0 : (double) copied / small.size());
        int run =
                Runs.longest(source, target, Stem::text, word -> !word.large()).length();
        put(signals, Signal.COPIED_RUN, run);
        put(signals, Signal.COPIED_RUN_FAR, languages.close() ? 0 : run);
    }

    private static void quotes(Map<Signal, Double> signals, String source, String target) {
        long before = Quotations.marks(source);
        long after = Quotations.marks(target);
        put(signals, Signal.QUOTES, Math.abs(before - after) + ((before % 2 == 0 && after % 2 != 0) ? 1 : 0));
    }

    /** Share of copied words from which the original's own language is asked for. */
    private static final double MUCH = 0.8;

    /** What is in a third language in the original, such as a quotation, may stay as it is. */
    private void foreignThroughout(Map<Signal, Double> signals, Languages languages, Text source) {
        if (signals.getOrDefault(Signal.COPIED, 0.0) > MUCH && foreign(languages, source) >= 1) {
            FOREIGN.forEach(signals::remove);
        }
    }

    /** Words below which no third language is told: 15 of 19 sound sentences of neural models that were held for one have no more (newstest2013, lines 1–2,000). */
    private static final int FEW_WORDS = 8;

    /** What engines without a pair of their own translate over. */
    private static final String BETWEEN = "en";

    private static final Set<Signal> FOREIGN =
            Set.of(Signal.FOREIGN, Signal.COPIED, Signal.COPIED_RUN, Signal.COPIED_RUN_FAR);

    /**
     * How far the language of a text seems to be another than its own, as a decimal logarithm; 3 is the most. Where translations are
     * close to the letter, a sentence of names and words that both languages have may seem to be in either, or in a third of their family; a few
     * words may seem to be in any, and are asked only whether they are in one that may have been left if most are known.
     */
    private double foreign(Languages languages, Text text) {
        String language = text.language();
        if (Tongues.isIn(text.tongues(tongues), language)) {
            return 0;
        }
        boolean literal = likeness.knows(languages.from(), languages.to());
        boolean few = text.stems().size() < FEW_WORDS && lexicon(language).knowsMost(text.stems());
        return guesses.strangeness(
                text.written(),
                other -> other.equals(language)
                        || (literal && Languages.areClose(other, language))
                        || (few && !other.equals(languages.from()) && !other.equals(BETWEEN)));
    }
}
