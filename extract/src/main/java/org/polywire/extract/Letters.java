package org.polywire.extract;

/** The make-up of a text in one count. */
record Letters(int letters, int capitals, int digits, int commas, int sentences, int quotes) {
    static Letters of(String text) {
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        int commas = 0;
        int sentences = 0;
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
            } else if (Character.isDigit(c)) {
                digits++;
            } else {
                commas += ",，、،".indexOf(c) >= 0 ? 1 : 0;
                sentences += ".!?。！？؟।".indexOf(c) >= 0 ? 1 : 0;
                quotes += "\"“”„«»「」".indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return new Letters(letters, capitals, digits, commas, sentences, quotes);
    }
}
