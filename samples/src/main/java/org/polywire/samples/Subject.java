package org.polywire.samples;

import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a picture shows. Earlier ones win where a name holds the words of several. */
enum Subject {
    MARKET("market|fish|food|bread|shop|kitchen|stall|souk|fair", Town::market),
    TRAM("tram|bus|street|traffic|bike", Town::tram),
    BRIDGE("bridge|river|canal|flood|dam", Land::bridge),
    HARBOUR("harbour|port|crane|ferry|ship|quay", Land::harbour),
    SEA("sea|boat|beach|lighthouse|wave|coast|sail|storm", Land::sea),
    LABORATORY("lab|hospital|clinic|vaccine|science", Town::laboratory),
    ROOM("library|school|office|council|museum|theatre|class|court|hall|concert|chess", Town::room),
    RAILWAY("rail|train|station", Land::railway),
    FIELD("field|farm|vine|olive|wheat|orchard|coffee|garden|palm|date", Land::field),
    HILLS("hill|mountain|forest|valley|snow|wind|park|tree|fire|goat|sheep", Land::hills),
    TOWN("town|city|square|house|building|street|night|flat", Town::skyline);

    private final Pattern words;
    private final Consumer<Brush> scene;

    Subject(String words, Consumer<Brush> scene) {
        this.words = Pattern.compile(words);
        this.scene = scene;
    }

    /** The subject that a picture's name asks for; any if it asks for none. */
    static Subject of(String name, Random random) {
        return Stream.of(values())
                .filter(subject -> subject.words.matcher(name).find())
                .findFirst()
                .orElseGet(() -> values()[random.nextInt(values().length)]);
    }

    void draw(Brush brush) {
        scene.accept(brush);
    }
}
