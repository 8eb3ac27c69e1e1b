package org.polywire.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Unit.Role;

/** A paragraph that ends in a picture's credit is a caption without its picture; a credit that is only likely is a note. */
final class Captions implements UnitCheck {
    private static final String AGENCY =
            "(?:AFP|AP|EFE|ACN|EPA|ANSA|LUSA|Lusa|Reuters|REUTERS|Getty Images|Shutterstock|Europa Press|DPA|dpa|PA)";
    /** One of which stands wherever a credit does. */
    private static final List<String> SIGNS = List.of("/", ":", "Getty Images");

    private static final Pattern CREDIT =
            Pattern.compile("\\([^()]{2,60}/\\s?" + AGENCY + "[^()]{0,40}\\)\\W*$|\\([^()]{0,60}Getty Images\\)\\W*$");
    private static final Pattern LIKELY = Pattern.compile(
            "(?:Photo|Photograph|Foto|Fotografía|Fotografia|Imagen|Imatge|Imaxe|Imagem|Image|Crédit|صورة)\\s?:\\s?\\S.{1,60}$"
                    + "|/\\s?" + AGENCY + "\\W*$");

    @Override
    public Stream<Finding> review(UnitPair unit) {
        if (unit.role() != Role.PARAGRAPH || SIGNS.stream().noneMatch(unit.target()::contains)) {
            return Stream.empty();
        }
        Matcher sure = CREDIT.matcher(unit.target());
        if (sure.find()) {
            return Stream.of(unit.hold(FindingCode.CAPTION_IN_BODY, sure.group()));
        }
        Matcher likely = LIKELY.matcher(unit.target());
        return likely.find() ? Stream.of(unit.note(FindingCode.CAPTION_IN_BODY, likely.group())) : Stream.empty();
    }
}
