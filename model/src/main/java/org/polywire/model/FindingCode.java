package org.polywire.model;

/** The stable names of what checks notice. A name never changes its meaning; each has plain words for the operator. */
public enum FindingCode {
    EMPTY("A text has no translation."),
    UNTRANSLATED("A text came back as it was, or nearly."),
    UNKNOWN_WORDS("The engine did not know too many of the words."),
    ENGINE_FAULT(
            "The engine could not translate or inflect a word, lost or changed a name, a link or other markup, or did not end."),
    GLOSSARY_BROKEN("An expression is not translated as the glossary wants, or in a way that it forbids."),
    ENGINE_MARK_LEFT("Marks of the engine were left in the text."),
    WRONG_LANGUAGE("A text is not in the edition's language."),
    SCRIPT_MIXED("A word mixes letters of different scripts."),
    NUMBER_CHANGED("A number, date, percentage or amount is not the same."),
    PHONE_CHANGED("A telephone number is not the same."),
    LINK_LOST("A link is missing, added, moved to another text or leads elsewhere."),
    BLOCK_LOST("A paragraph, list, quotation or other block is missing or added."),
    FIGURE_LOST("A picture, its caption or its credit is missing or changed."),
    NAME_CHANGED("A name is not written as it should be."),
    QUOTE_UNBALANCED("A quotation mark is missing."),
    QUOTE_COUNT("There are more or fewer quotations than in the original."),
    QUOTATION_ATTRIBUTION("A quotation is given to another person than in the original."),
    HEADLINE_BODY("The headline has another name or number than the text below it."),
    LENGTH_RATIO("A text is far too long or too short for its original."),
    SENTENCE_COUNT("There are more or fewer sentences than in the original."),
    REPETITION("A word or phrase stands twice."),
    OMISSION("A part of the original seems to be missing."),
    ADDITION("Something was added that the original does not say."),
    UNRELATED("A text does not seem to be a translation of its original."),
    UNFIT("A sentence is probably not fit to be published, for several small reasons."),
    NEGATION("A negation is missing or was added."),
    SPACING("A space is missing or stands where none belongs."),
    SENTENCE_START_LOWER("A sentence begins with a small letter."),
    CAPITAL_MID_SENTENCE("A common word has a capital letter inside a sentence."),
    PLACEHOLDER_LEFT("Markup or a placeholder was left in the text."),
    BROKEN_ENCODING("Characters are broken."),
    FURNITURE("A part of the page that is not the article is in the text."),
    CAPTION_IN_BODY("A picture's caption or credit stands as a paragraph."),
    QUOTED_ORIGINAL("A sentence is left in the original's own words, as no translation of it passed."),
    ALREADY_TRANSLATED("The original says that it is itself a machine translation.");

    private final String words;

    FindingCode(String words) {
        this.words = words;
    }

    /** What it means, in one English sentence for the operator. */
    public String words() {
        return words;
    }
}
