package org.polywire.gather;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polywire.model.Headers;

/** Tells whose firewall turned us away, by the header fields that each is known to send; for the operator to read. */
final class Firewall {
    private record Mark(String name, String field, String value) {
        boolean isOn(Headers headers) {
            return headers.all(field).stream()
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(value));
        }
    }

    /** The surest marks first: a field that only one product sends, then names of servers. */
    private static final List<Mark> MARKS = List.of(
            new Mark("Cloudflare", "cf-mitigated", ""),
            new Mark("Cloudflare", "cf-ray", ""),
            new Mark("DataDome", "x-datadome", ""),
            new Mark("DataDome", "x-dd-b", ""),
            new Mark("Sucuri", "x-sucuri-id", ""),
            new Mark("Imperva", "x-iinfo", ""),
            new Mark("Imperva", "x-cdn", "incapsula"),
            new Mark("AWS WAF", "x-amzn-waf-action", ""),
            new Mark("HUMAN (PerimeterX)", "x-px-block", ""),
            new Mark("Kasada", "x-kpsdk-ct", ""),
            new Mark("Akamai", "server", "akamaighost"),
            new Mark("Cloudflare", "server", "cloudflare"),
            new Mark("Sucuri", "server", "sucuri"),
            new Mark("DDoS-Guard", "server", "ddos-guard"),
            new Mark("Azure Front Door", "x-azure-ref", ""),
            new Mark("Amazon CloudFront", "server", "cloudfront"));

    private Firewall() {}

    static Optional<String> name(Headers headers) {
        return MARKS.stream().filter(mark -> mark.isOn(headers)).map(Mark::name).findFirst();
    }
}
